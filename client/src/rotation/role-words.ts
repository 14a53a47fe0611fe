import { type CircleRole, KNOWN_ROLES, type KnownRole, type Role } from '@rondo/shared/rotation/model.ts'
import type { TFunction } from 'i18next'

/** A role in the words that sentences need. */
export interface RoleWords {
  /** "Facilitator". */
  readonly name: (t: TFunction) => string
  /** "led", as in "you led 6 weeks ago". */
  readonly did: (t: TFunction) => string
  /** "led", as in "has not led yet". */
  readonly done: (t: TFunction) => string
}

const isKnown = (role: Role): role is KnownRole => KNOWN_ROLES.some((one) => one === role)

const knownRole = (role: KnownRole): RoleWords => ({
  name: (t) => t(`rotation.role.${role}`),
  did: (t) => t(`rotation.did.${role}`),
  done: (t) => t(`rotation.done.${role}`),
})

/** What sentences speak of when nobody names a role. */
export const LEADING = knownRole('facilitator')

/** The words for a role: ours for those that the product knows, the circle's name for its own. */
export const roleWords = (role: Role, roles: readonly CircleRole[]): RoleWords => {
  if (isKnown(role)) return knownRole(role)
  const name = roles.find((one) => one.role === role)?.name ?? ''
  return {
    name: () => name,
    did: (t) => t('rotation.did.own', { role: name }),
    done: (t) => t('rotation.done.own', { role: name }),
  }
}
