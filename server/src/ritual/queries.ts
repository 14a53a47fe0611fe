import type { Actor } from '@rondo/shared/account/model.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result } from '@rondo/shared/kernel/refusal.ts'
import type { Ritual } from '@rondo/shared/ritual/model.ts'
import { permit } from '../circle/index.ts'
import type { Context } from '../journal/context.ts'
import { ritualsOf } from './store.ts'

export const listRituals = async (
  { db }: Context,
  actor: Actor,
  circleId: CircleId,
): Promise<Result<{ rituals: Ritual[] }>> => {
  const permitted = await permit(db.read, actor, 'belong', circleId)
  return permitted.ok ? accept({ rituals: await ritualsOf(db.read, circleId) }) : permitted
}
