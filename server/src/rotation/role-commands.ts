import type { Actor } from '@rondo/shared/account/model.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import { type CircleRole, KNOWN_ROLES, type Role } from '@rondo/shared/rotation/model.ts'
import { permit } from '../circle/index.ts'
import type { Context } from '../journal/context.ts'
import { transact } from '../platform/db/database.ts'
import { tellChange } from './member-commands.ts'
import type { Meetings } from './rota.ts'
import { keepRoles, rolesOf } from './store.ts'

/** Columns beyond these do not fit a meeting of people. */
const MOST_ROLES = 8

type Added = { role: Role } | { name: string }

/** Known roles keep their order; a circle's own ones come after them, by when they were added. */
export const addRole = (
  context: Context,
  meetings: Meetings,
  actor: Actor,
  circleId: CircleId,
  added: Added,
): Promise<Result<{ role: Role }>> =>
  changeRoles(context, meetings, actor, circleId, (roles) => {
    const one = newRole(context, added)
    if (one === undefined) {
      const errors = [{ field: 'role', detail: 'must be one that the product knows, or a name' }]
      return refuse('invalid', 'There is no such role.', { errors, reason: 'rotation.unknown-role' })
    }
    if (roles.some((other) => other.role === one.role || isNamed(other, one.name)))
      return refuse('conflict', 'The circle has this role already.', { reason: 'rotation.role-there' })
    if (roles.length >= MOST_ROLES)
      return refuse('conflict', `A circle has at most ${MOST_ROLES} roles. Remove one first.`, {
        reason: 'rotation.too-many-roles',
      })
    return accept({ roles: [...roles, one].toSorted(byPlace), answer: { role: one.role } })
  })

export const removeRole = (
  context: Context,
  meetings: Meetings,
  actor: Actor,
  circleId: CircleId,
  role: Role,
): Promise<Result<null>> =>
  changeRoles(context, meetings, actor, circleId, (roles) => {
    if (role === 'facilitator')
      return refuse('conflict', 'Every circle has somebody who facilitates.', {
        reason: 'rotation.role-stays',
      })
    if (!roles.some((one) => one.role === role))
      return refuse('not-found', 'This circle has no such role.', { reason: 'rotation.unknown-role' })
    return accept({ roles: roles.filter((one) => one.role !== role), answer: null })
  })

const changeRoles = <T>(
  context: Context,
  meetings: Meetings,
  actor: Actor,
  circleId: CircleId,
  change: (roles: readonly CircleRole[]) => Result<{ roles: CircleRole[]; answer: T }>,
): Promise<Result<T>> =>
  transact(context.db, async (tx) => {
    const permitted = await permit(tx, actor, 'manage', circleId)
    if (!permitted.ok) return permitted
    const changed = change(await rolesOf(tx, circleId))
    if (!changed.ok) return changed
    await keepRoles(tx, circleId, changed.value.roles)
    await tellChange(context, tx, meetings, circleId, actor.memberId)
    return accept(changed.value.answer)
  })

const newRole = ({ ids }: Context, added: Added): CircleRole | undefined => {
  if ('name' in added) return { role: `own-${ids.next<'role'>()}`, name: added.name }
  const known = KNOWN_ROLES.find((one) => one === added.role)
  return known && { role: known, name: null }
}

const isNamed = ({ name }: CircleRole, other: string | null): boolean =>
  name !== null && other !== null && name.toLocaleLowerCase('en') === other.toLocaleLowerCase('en')

const byPlace = (a: CircleRole, b: CircleRole): number => placeOf(a) - placeOf(b)

const placeOf = ({ role }: CircleRole): number => {
  const place = (KNOWN_ROLES as readonly Role[]).indexOf(role)
  return place < 0 ? KNOWN_ROLES.length : place
}
