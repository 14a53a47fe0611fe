import { Temporal } from 'temporal-polyfill'
import { DAY, type Instant, MINUTE } from '../kernel/time.ts'

/** A stretch of time in which a zone's clocks run without a jump. */
interface Piece {
  readonly endsAt: Instant
  readonly offset: number
}

/** A stretch of wall time within one local day, in minutes since its midnight. */
export interface WallSpan {
  readonly weekday: number
  readonly from: number
  readonly to: number
}

const DAY_MINUTES = 1440
const pad = (value: number): string => String(value).padStart(2, '0')

/** '09:30' as minutes since midnight. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Minutes since midnight as '09:30'. */
export const timeOf = (minutes: number): string => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`

/**
 * A zone's clock between two instants (SPEC H1). The library is asked for the transitions once; between two of them
 * the wall clock runs as steadily as time itself, so that many meetings can be read off quickly.
 */
export class WallClock {
  readonly #pieces: readonly Piece[]

  constructor(zone: string, from: Instant, to: Instant) {
    this.#pieces = piecesOf(zone, from, to)
  }

  /** What calendar and clock show at an instant. */
  at(instant: Instant): { readonly day: string; readonly time: string } {
    const shown = new Date(instant + this.#pieceAt(instant).offset).toISOString()
    return { day: shown.slice(0, 10), time: shown.slice(11, 16) }
  }

  /** The wall time of a meeting, cut where the clock jumps and at midnight. */
  spans(startsAt: Instant, minutes: number): WallSpan[] {
    const endsAt = startsAt + minutes * MINUTE
    const spans: WallSpan[] = []
    let cut = startsAt
    while (cut < endsAt) {
      const piece = this.#pieceAt(cut)
      const shown = cut + piece.offset
      const midnight = (Math.floor(shown / DAY) + 1) * DAY - piece.offset
      const next = Math.min(endsAt, piece.endsAt, midnight)
      spans.push(spanOf(shown, next - cut))
      cut = next
    }
    return spans
  }

  #pieceAt(instant: Instant): Piece {
    const piece = this.#pieces.find(({ endsAt }) => instant < endsAt)
    if (piece === undefined) throw new RangeError('The clock was not made for this instant.')
    return piece
  }
}

const spanOf = (shown: number, length: number): WallSpan => {
  const from = Math.floor(shown / MINUTE) % DAY_MINUTES
  // 1 January 1970 was a Thursday, the fourth day of its week.
  const weekday = ((Math.floor(shown / DAY) + 3) % 7) + 1
  return { weekday, from, to: from + length / MINUTE }
}

const piecesOf = (zone: string, from: Instant, to: Instant): Piece[] => {
  const pieces: Piece[] = []
  let cursor = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone)
  for (;;) {
    const offset = cursor.offsetNanoseconds / 1e6
    const next = cursor.getTimeZoneTransition('next')
    if (next === null || next.epochMilliseconds > to) {
      pieces.push({ endsAt: Number.POSITIVE_INFINITY, offset })
      return pieces
    }
    pieces.push({ endsAt: next.epochMilliseconds, offset })
    cursor = next
  }
}
