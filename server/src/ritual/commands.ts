import type { Actor } from '@rondo/shared/account/model.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Hour, Ritual, RitualName } from '@rondo/shared/ritual/model.ts'
import { nameOf, permit } from '../circle/index.ts'
import { type Tx, transact } from '../platform/db/database.ts'
import { planWins } from './friday-wins.ts'
import type { RitualContext } from './ritual-context.ts'
import { ritualNamed, ritualsOf, saveRitual, setBy } from './store.ts'

export interface Wish {
  version: number
  isOn?: boolean | undefined
  hour?: Hour | undefined
}

/** Of two hosts who change a ritual at once the later one is told who was faster. */
export const changeRitual = (
  context: RitualContext,
  actor: Actor,
  circleId: CircleId,
  name: RitualName,
  wish: Wish,
): Promise<Result<{ rituals: Ritual[] }>> =>
  transact(context.db, async (tx) => {
    const permitted = await permit(tx, actor, 'manage', circleId)
    if (!permitted.ok) return permitted
    const was = await ritualNamed(tx, circleId, name)
    if (was.version !== wish.version) {
      const winner = await nameOf(tx, await setBy(tx, circleId, name))
      const reason = 'ritual.changed-meanwhile'
      return refuse('conflict', `${winner} changed this ritual meanwhile.`, { reason })
    }
    if (was.hour === null && wish.hour !== undefined) {
      const errors = [{ field: 'hour', detail: 'is that of the meetings it goes along with' }]
      return refuse('invalid', 'This ritual has no hour of its own.', { errors })
    }
    const next = {
      ...was,
      isOn: wish.isOn ?? was.isOn,
      hour: wish.hour ?? was.hour,
      version: was.version + 1,
    }
    await saveRitual(tx, circleId, next, actor.memberId)
    await changed(context, tx, circleId, actor, name)
    return accept({ rituals: await ritualsOf(tx, circleId) })
  })

const changed = async (
  context: RitualContext,
  tx: Tx,
  circleId: CircleId,
  { memberId: by }: Actor,
  name: RitualName,
): Promise<void> => {
  if (name === 'friday-wins') await planWins(context, tx, circleId)
  await context.journal.append(tx, [
    { name: 'rituals.changed', payload: { circleId }, audience: { circleId }, by },
  ])
}
