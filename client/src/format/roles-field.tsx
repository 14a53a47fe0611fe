import { TagsInput } from '@mantine/core'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { useTranslation } from 'react-i18next'
import { useRoleNames } from './use-role-names.ts'

interface RolesFieldProps {
  readonly circleId: CircleId
  readonly value: readonly string[]
  readonly wrong: boolean
  readonly onChange: (roles: string[]) => void
}

/** Who is needed: the roles that the product knows, the circle's own, or new words for one. */
export function RolesField({ circleId, value, wrong, onChange }: RolesFieldProps) {
  const { t } = useTranslation()
  const { all, nameOf, roleOf } = useRoleNames(circleId)
  const change = (names: string[]) => {
    // What stood there stays what it was, also a role whose name is gone.
    const kept = (name: string) => value.find((role) => nameOf(role) === name)
    const roles = names
      .map((name) => kept(name) ?? roleOf(name.trim().slice(0, 40)))
      .filter((role) => role !== '')
    onChange([...new Set(['facilitator', ...roles])])
  }
  return (
    <TagsInput
      label={t('format.roles')}
      description={t('format.rolesHelp')}
      data={all.map(nameOf)}
      value={value.map(nameOf)}
      maxTags={12}
      error={wrong ? t('format.rolesWrong') : undefined}
      onChange={change}
    />
  )
}
