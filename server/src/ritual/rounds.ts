import { DAY, HOUR } from '@rondo/shared/kernel/time.ts'
import { isMissed } from '@rondo/shared/rotation/settling.ts'
import { materialise } from '../cadence/index.ts'
import { driftOfCircle, seatsOf, settleAgreements } from '../circle/index.ts'
import { nextFacilitator, pastMeetings, rotaMeetings } from '../meeting/index.ts'
import { isToldToAny, tell } from '../notify/index.ts'
import { type Tx, transact } from '../platform/db/database.ts'
import type { Handler } from '../platform/jobs/jobs.ts'
import { followRota } from '../rotation/index.ts'
import type { RitualContext } from './ritual-context.ts'
import { driftKey, nextRound } from './rules.ts'
import { activeCircles, ritualNamed } from './store.ts'

/** Whoever looks at an agreement settles it first, so this is for those who only hear of it. */
const SETTLED_EVERY = 6 * HOUR

export const SETTLE = 'ritual.settle'
export const DAILY = 'ritual.daily'

/** From the first start on, round the clock; after downtime what was missed is done once, at the start. */
export const planRounds = ({ db, jobs, clock }: RitualContext): Promise<void> =>
  transact(db, async (tx) => {
    for (const kind of [SETTLE, DAILY]) await jobs.planFirst(tx, { kind, key: 'all', dueAt: clock.now() })
  })

/** Agreements that nobody objected to come into force, also while nobody looks. */
export const settleHandler = (context: RitualContext): Handler<Tx> => ({
  prepare: async () => {
    await settleAgreements(context, context.clock.now())
    return async () => nextRound(SETTLED_EVERY, context.clock.now())
  },
})

/** The meetings of the next weeks are made, rotas follow, and circles that drift are asked how they go on. */
export const dailyHandler = (context: RitualContext): Handler<Tx> => ({
  prepare: async () => {
    await materialise(context, context.clock.now())
    return async (tx) => {
      await followMissed(context, tx)
      await promptDrifting(context, tx)
      return nextRound(DAY, context.clock.now())
    }
  },
})

/** Where a meeting fell through, which is told by nothing but the time, its people are next again (ROTA-21). */
const followMissed = async (context: RitualContext, tx: Tx): Promise<void> => {
  const now = context.clock.now()
  for (const circleId of await activeCircles(tx)) {
    const upcoming = await rotaMeetings.upcoming(tx, circleId)
    if (!upcoming.some(({ isLive, startsAt }) => !isLive && isMissed(startsAt, now))) continue
    const host = (await seatsOf(tx, circleId)).find(({ isHost }) => isHost)
    if (host) await followRota(context, tx, rotaMeetings, circleId, host.memberId)
  }
}

/** Whoever leads next chooses; where nobody does yet, the hosts are asked. */
const promptDrifting = async (context: RitualContext, tx: Tx): Promise<void> => {
  const now = context.clock.now()
  for (const circleId of await activeCircles(tx)) {
    if (!(await ritualNamed(tx, circleId, 'drift')).isOn) continue
    const reasons = await driftOfCircle(tx, { pastMeetings }, circleId, now)
    if (reasons.length === 0) continue
    const key = driftKey(circleId, reasons, (await pastMeetings(tx, circleId, now)).length)
    const seats = await seatsOf(tx, circleId)
    // Whoever is next may be somebody else by now: of the same drift a circle is asked once.
    const everybody = seats.map(({ memberId }) => memberId)
    if (await isToldToAny(tx, everybody, key)) continue
    const next = await nextFacilitator(tx, circleId, now)
    const hosts = seats.filter(({ isHost }) => isHost)
    const asked = next === null ? hosts.map(({ memberId }) => memberId) : [next]
    await tell(context, tx, asked, { key, about: { kind: 'drift', circleId, at: now } })
  }
}
