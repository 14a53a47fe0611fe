import type { Circle } from '@rondo/shared/circle/model.ts'
import type { CircleRole } from '@rondo/shared/rotation/model.ts'
import { useTranslation } from 'react-i18next'
import { useMayManage } from '../circle/index.ts'
import { useRoleNames } from '../format/index.ts'
import { TextLink } from '../ui/link/text-link.tsx'
import { useListing } from './use-listing.ts'
import { wantedRoles } from './wanted-roles.ts'

interface FormatRolesProps {
  readonly circle: Circle
  /** The roles that the format names. */
  readonly wanted: readonly string[]
  /** The roles that go round in the circle. */
  readonly roles: readonly CircleRole[]
}

/** The roles of the format that are not chosen here: whom the rota finds for them, and which the rota does not have. */
export function FormatRoles({ circle, wanted, roles }: FormatRolesProps) {
  const { t } = useTranslation()
  const listing = useListing()
  const { nameOf } = useRoleNames(circle.id)
  const mayManage = useMayManage(circle)
  const { byRota, missing } = wantedRoles(wanted, roles)
  return (
    <>
      {byRota.length === 0 ? null : (
        <p className="text-small soft">
          {t('meeting.schedule.byRota', { roles: listing(byRota.map(nameOf)) })}
        </p>
      )}
      {missing.length === 0 ? null : (
        <p className="text-small soft">
          {t('meeting.schedule.notInRota', { count: missing.length, roles: listing(missing.map(nameOf)) })}{' '}
          {/* Beside the form, which keeps what was typed. */}
          {mayManage ? (
            <TextLink
              to="/circles/$circleId/rotation"
              params={{ circleId: circle.id }}
              search={{ open: 'roles' }}
              target="_blank"
            >
              {t('meeting.schedule.toRoles')}
            </TextLink>
          ) : null}
        </p>
      )}
    </>
  )
}
