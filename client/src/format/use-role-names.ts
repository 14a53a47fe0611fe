import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { readRotation } from '@rondo/shared/rotation/contract.ts'
import { KNOWN_ROLES, ownRole } from '@rondo/shared/rotation/model.ts'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../platform/ask.ts'

interface RoleNames {
  /** The roles to choose from: those that the product knows, and the circle's own. */
  readonly all: readonly string[]
  /** Never an id: a role that the circle has no more is one of its roles, without a name. */
  readonly nameOf: (role: string) => string
  /** The role of that name, or the name itself for a new one. */
  readonly roleOf: (name: string) => string
}

/** The names of roles in the reader's language; the circle's own as the circle named them. */
export function useRoleNames(circleId: CircleId): RoleNames {
  const { t } = useTranslation()
  const circleRoles = useAsk(readRotation, { params: { circleId }, query: {} }).data?.roles ?? []
  const names = new Map<string, string>([
    ...KNOWN_ROLES.map((role) => [role, t(`meeting.role.${role}`)] as const),
    ...circleRoles.flatMap(({ role, name }) => (name === null ? [] : [[role, name] as const])),
  ])
  const nameOf = (role: string) =>
    names.get(role) ?? (ownRole.safeParse(role).success ? t('meeting.role.own') : role)
  const roleOf = (name: string) =>
    [...names].find(([role, one]) => one.toLowerCase() === name.toLowerCase() || role === name)?.[0] ?? name
  return { all: [...names.keys()], nameOf, roleOf }
}
