import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { DAY, type Instant } from '@rondo/shared/kernel/time.ts'
import type { Service, Turn } from '@rondo/shared/rotation/model.ts'

/** A dot on a member's line. */
export interface LedgerDot {
  readonly at: Instant
  readonly state: 'served' | 'next' | 'planned'
}

export interface LedgerRow {
  readonly memberId: MemberId
  readonly dots: readonly LedgerDot[]
}

/** The lines of the ledger for leading, in the given order, and the days it spans. */
export interface LedgerChart {
  readonly rows: readonly LedgerRow[]
  readonly from: Instant
  readonly until: Instant
}

/** Every turn to lead that was taken, and those that have a date; a row for everybody, also without a dot. */
export const ledgerChart = (
  order: readonly MemberId[],
  ledger: readonly Service[],
  turns: readonly Turn[],
  now: Instant,
): LedgerChart => {
  const rows = order.map((memberId) => ({ memberId, dots: dotsOf(memberId, ledger, turns) }))
  const days = rows.flatMap((row) => row.dots.map((dot) => dot.at))
  return {
    rows,
    from: Math.min(now - 28 * DAY, ...days) - 2 * DAY,
    until: Math.max(now + 14 * DAY, ...days) + 2 * DAY,
  }
}

const dotsOf = (memberId: MemberId, ledger: readonly Service[], turns: readonly Turn[]): LedgerDot[] => {
  const served = ledger
    .filter((service) => service.memberId === memberId && service.role === 'facilitator')
    .map((service): LedgerDot => ({ at: service.servedAt, state: 'served' }))
  const planned = turns.flatMap((turn, index): LedgerDot[] =>
    turn.memberId === memberId && turn.startsAt !== null
      ? [{ at: turn.startsAt, state: index === 0 ? 'next' : 'planned' }]
      : [],
  )
  return [...served, ...planned].toSorted((a, b) => a.at - b.at)
}

/** Where a day stands on the line, from 0 to 1. */
export const placeOf = (at: Instant, { from, until }: Pick<LedgerChart, 'from' | 'until'>): number =>
  (at - from) / (until - from)
