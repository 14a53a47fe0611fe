import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { DAY, type Instant } from '@rondo/shared/kernel/time.ts'

/** A dot on a member's line. */
export interface LedgerDot {
  readonly at: Instant
  readonly state: 'served' | 'next' | 'planned'
}

/** A stretch of a line: the time somebody was away. */
export interface LedgerSpan {
  readonly from: Instant
  readonly until: Instant
}

export interface LedgerRow {
  readonly memberId: MemberId
  readonly dots: readonly LedgerDot[]
  readonly away: readonly LedgerSpan[]
  /** Where the line begins: nobody can have served before they joined. */
  readonly since: Instant
}

/** Somebody's turn in the role, past or planned. */
export interface LedgerTurn {
  readonly memberId: MemberId
  readonly at: Instant
}

/** What one role's chart is drawn from. */
export interface LedgerSource {
  readonly order: readonly MemberId[]
  readonly served: readonly LedgerTurn[]
  /** Soonest first. */
  readonly planned: readonly LedgerTurn[]
  readonly away: readonly (LedgerSpan & { readonly memberId: MemberId })[]
  readonly joined: ReadonlyMap<MemberId, Instant>
}

/** The lines of one role in the given order, and the days they span. */
export interface LedgerChart {
  readonly rows: readonly LedgerRow[]
  readonly from: Instant
  readonly until: Instant
}

/** Dots of more than half a year would touch. */
const LONGEST = 182 * DAY
const MARGIN = 3 * DAY

/** Every turn in one role, and those to come: a row for everybody, also without a dot, and no totals. */
export const ledgerChart = (source: LedgerSource, now: Instant): LedgerChart => {
  const { from, until } = spanOf(source, now)
  const rows = source.order.map((memberId) => ({
    memberId,
    dots: dotsOf(memberId, source).filter(({ at }) => at > from),
    away: source.away
      .filter((span) => span.memberId === memberId && span.until > from && span.from < until)
      .map((span) => ({ from: Math.max(span.from, from), until: Math.min(span.until, until) })),
    since: Math.max(from, source.joined.get(memberId) ?? from),
  }))
  return { rows, from, until }
}

const spanOf = ({ served, planned }: LedgerSource, now: Instant): LedgerSpan => {
  const past = served.map(({ at }) => at)
  const ahead = planned.map(({ at }) => at)
  return {
    from: Math.max(Math.min(now - 28 * DAY, ...past), now - LONGEST) - MARGIN,
    until: Math.max(now + 14 * DAY, ...ahead) + MARGIN,
  }
}

const dotsOf = (memberId: MemberId, { served, planned }: LedgerSource): LedgerDot[] => {
  const past = served
    .filter((turn) => turn.memberId === memberId)
    .map(({ at }): LedgerDot => ({ at, state: 'served' }))
  const ahead = planned.flatMap((turn, index): LedgerDot[] =>
    turn.memberId === memberId ? [{ at: turn.at, state: index === 0 ? 'next' : 'planned' }] : [],
  )
  return [...past, ...ahead].toSorted((a, b) => a.at - b.at)
}

/** Where a moment stands on the line, from 0 to 1. */
export const placeOf = (at: Instant, { from, until }: LedgerSpan): number => (at - from) / (until - from)
