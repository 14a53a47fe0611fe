import type { Actor } from '@rondo/shared/account/model.ts'
import type { CadencePlan, CadenceView } from '@rondo/shared/cadence/model.ts'
import { checkRecurrence } from '@rondo/shared/cadence/occurrences.ts'
import { refuseRule } from '@rondo/shared/cadence/rule.ts'
import type { CadenceId, CircleId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import { nameOf, permit } from '../circle/index.ts'
import { formatFor } from '../format/index.ts'
import type { DocumentContext } from '../page/index.ts'
import { type Tx, transact } from '../platform/db/database.ts'
import { type Changes, materialiseCadence } from './materialise.ts'
import { viewOf } from './queries.ts'
import { closeCadence, latestCadence, localeOf, saveCadence, type ZonedCadence, zoneOf } from './store.ts'

type Outcome = Result<CadenceView & { changes: Changes }>

/** Sets or changes when the circle meets; its meetings to come follow at once. */
export const setCadence = async (
  context: DocumentContext,
  actor: Actor,
  circleId: CircleId,
  { from, ...plan }: CadencePlan & { from: number },
): Promise<Outcome> => {
  const written = await transact(context.db, async (tx): Promise<Result<CadenceId>> => {
    const permitted = await seen(tx, actor, circleId, from)
    if (!permitted.ok) return permitted
    const now = context.clock.now()
    const works = checkRecurrence(plan, await zoneOf(tx, circleId), now)
    if (!works.ok) return works
    const locale = await localeOf(tx, actor.memberId)
    const keptFormat = await formatFor(tx, circleId, plan.format, locale)
    if (keptFormat === undefined)
      return refuseRule([{ field: 'format', detail: 'is none that this circle has; choose another one' }])
    const before = permitted.value
    const id = before === undefined || before.endedAt !== null ? context.ids.next<'cadence'>() : before.id
    const changed = { version: from + 1, changedBy: actor.memberId, changedAt: now, endedAt: null }
    await saveCadence(tx, { ...plan, id, circleId, locale, keptFormat, ...changed })
    await tell(context, tx, actor, circleId)
    return accept(id)
  })
  return written.ok ? outcome(context, circleId, written.value) : written
}

/** Ends it. What people touched, and every page that somebody wrote in, stays as a meeting of its own. */
export const endCadence = async (
  context: DocumentContext,
  actor: Actor,
  circleId: CircleId,
  from: number,
): Promise<Outcome> => {
  const ended = await transact(context.db, async (tx): Promise<Result<CadenceId>> => {
    const permitted = await seen(tx, actor, circleId, from)
    if (!permitted.ok) return permitted
    const before = permitted.value
    if (before === undefined || before.endedAt !== null)
      return refuse('conflict', 'This circle has no cadence that could end.', { reason: 'cadence.none' })
    const now = context.clock.now()
    const changed = { version: from + 1, changedBy: actor.memberId, changedAt: now, endedAt: now }
    await closeCadence(tx, before.id, changed)
    await tell(context, tx, actor, circleId)
    return accept(before.id)
  })
  return ended.ok ? outcome(context, circleId, ended.value) : ended
}

/** The cadence as it stands, if a host asks and nobody changed it since they looked. */
const seen = async (
  tx: Tx,
  actor: Actor,
  circleId: CircleId,
  from: number,
): Promise<Result<ZonedCadence | undefined>> => {
  const permitted = await permit(tx, actor, 'manage', circleId)
  if (!permitted.ok) return permitted
  const latest = await latestCadence(tx, circleId)
  if ((latest?.version ?? 0) === from) return accept(latest)
  const winner = await nameOf(tx, latest?.changedBy)
  return refuse('conflict', `${winner} changed the cadence meanwhile.`, { reason: 'cadence.changed' })
}

const outcome = async (context: DocumentContext, circleId: CircleId, id: CadenceId): Promise<Outcome> => {
  const now = context.clock.now()
  const changes = await materialiseCadence(context, id, now)
  return accept({ ...(await viewOf(context.db.read, circleId, now)), changes })
}

const tell = ({ journal }: DocumentContext, tx: Tx, { memberId: by }: Actor, circleId: CircleId) =>
  journal.append(tx, [{ name: 'cadence.changed', payload: { circleId }, audience: { circleId }, by }])
