import type { MemberId, SegmentId } from '../kernel/id.ts'
import type { Instant } from '../kernel/time.ts'
import type { MeetingEvent } from './events.ts'

/** Who has the word, and who wants it. */
export interface Floor {
  /** In the order in which they are to be heard. */
  readonly hands: readonly Hand[]
  /** Who was given the word outside of a round, and the number of the event that said so; 0 before the first. */
  readonly word: { readonly memberId: MemberId | null; readonly since: Instant; readonly seq: number }
  /** At most one for a segment. One that was left waits for the segment to be entered again. */
  readonly rounds: readonly Round[]
}

export interface Hand {
  readonly memberId: MemberId
  readonly raisedAt: Instant
}

/**
 * A talking piece that goes from seat to seat.
 *
 * 1. Everybody in `seats` is in exactly one of `had`, `waiting`, `absent`, or is the holder.
 * 2. Nobody leaves a round: whoever is not in the room is absent, and comes in at the end when they are back.
 */
export interface Round {
  readonly segmentId: SegmentId
  /** Number of the event that gave the present turn: what somebody who passes it on must have seen. */
  readonly seq: number
  /** In the order in which the round was to go; whoever came later stands at the end. */
  readonly seats: readonly MemberId[]
  /** Null: everybody who was here had their turn. */
  readonly holder: MemberId | null
  readonly since: Instant
  readonly waiting: readonly MemberId[]
  readonly absent: readonly MemberId[]
  readonly had: readonly MemberId[]
  /** What a turn is meant to take. */
  readonly seconds: number | null
}

export const NOBODY_SPEAKS: Floor = { hands: [], word: { memberId: null, since: 0, seq: 0 }, rounds: [] }

type Of<Type extends MeetingEvent['type']> = Extract<MeetingEvent, { type: Type }>

/** The floor after one more event of a live meeting. */
export const applyToFloor = (floor: Floor, event: MeetingEvent): Floor => {
  switch (event.type) {
    case 'hand-raised':
      return raise(floor, event)
    case 'hand-lowered':
      return { ...floor, hands: without(floor.hands, event.memberId) }
    case 'word-given':
      return giveWord(floor, event.to, event)
    case 'round-opened':
      return openRound(floor, event)
    case 'turn-passed':
      return passTurn(floor, event)
    case 'round-closed':
      return { ...floor, rounds: others(floor, event.segmentId) }
    case 'joined':
      return { ...floor, rounds: floor.rounds.map((round) => joinRound(round, event.memberId)) }
    case 'segment-entered': {
      const rounds = floor.rounds.map((round) =>
        round.segmentId === event.segmentId ? { ...round, since: event.at } : round,
      )
      return { ...giveWord(floor, null, event), rounds }
    }
    case 'wrapped':
      // Whoever reads a meeting that is over reads the same, whether they were there or not.
      return NOBODY_SPEAKS
    default:
      return floor
  }
}

const without = (hands: readonly Hand[], memberId: MemberId | null): Hand[] =>
  hands.filter((hand) => hand.memberId !== memberId)

const others = ({ rounds }: Floor, segmentId: SegmentId): Round[] =>
  rounds.filter((round) => round.segmentId !== segmentId)

const raise = (floor: Floor, { memberId, queue, at }: Of<'hand-raised'>): Floor => {
  const up = floor.hands.some((hand) => hand.memberId === memberId)
  const hands = up ? floor.hands : [...floor.hands, { memberId, raisedAt: at }]
  const place = (hand: Hand) => {
    const index = queue.indexOf(hand.memberId)
    return index < 0 ? queue.length : index
  }
  return { ...floor, hands: hands.toSorted((a, b) => place(a) - place(b)) }
}

const giveWord = (
  floor: Floor,
  memberId: MemberId | null,
  { at, seq }: { at: Instant; seq: number },
): Floor => {
  if (memberId === null && floor.word.memberId === null) return floor
  return { ...floor, hands: without(floor.hands, memberId), word: { memberId, since: at, seq } }
}

/** Whoever is given the turn has what their hand was up for. */
const openRound = (floor: Floor, event: Of<'round-opened'>): Floor => ({
  ...giveWord(floor, null, event),
  hands: without(floor.hands, event.to),
  rounds: [...others(floor, event.segmentId), opened(event)],
})

const passTurn = (floor: Floor, event: Of<'turn-passed'>): Floor => {
  const rounds = floor.rounds.map((round) => passOn(round, event))
  const isPassed = rounds.some((round, index) => round !== floor.rounds[index])
  return { ...floor, rounds, hands: isPassed ? without(floor.hands, event.to) : floor.hands }
}

const opened = ({ segmentId, seq, at, seats, absent, to, seconds }: Of<'round-opened'>): Round => ({
  segmentId,
  seq,
  seats: seats.includes(to) ? seats : [...seats, to],
  holder: to,
  since: at,
  waiting: seats.filter((id) => id !== to && !absent.includes(id)),
  absent: absent.filter((id) => id !== to && seats.includes(id)),
  had: [],
  seconds,
})

const passOn = (round: Round, event: Of<'turn-passed'>): Round => {
  const { segmentId, from, to, had, skipped, at, seq } = event
  const isKnown = to === null || round.waiting.includes(to) || round.absent.includes(to)
  if (segmentId !== round.segmentId || from !== round.holder || !isKnown) return round
  const passedOver = round.waiting.filter((id) => id !== to && skipped.includes(id))
  const left = from === null ? [] : [from]
  return {
    ...round,
    seq,
    since: at,
    holder: to,
    waiting: round.waiting.filter((id) => id !== to && !passedOver.includes(id)),
    absent: [...round.absent.filter((id) => id !== to), ...passedOver, ...(had ? [] : left)],
    had: had ? [...round.had, ...left] : round.had,
  }
}

const joinRound = (round: Round, memberId: MemberId): Round =>
  round.seats.includes(memberId)
    ? round
    : { ...round, seats: [...round.seats, memberId], waiting: [...round.waiting, memberId] }

/** The round of the current segment. */
export const currentRound = (state: {
  floor: Floor
  visits: readonly { segmentId: SegmentId }[]
}): Round | undefined => {
  const current = state.visits.at(-1)?.segmentId
  return state.floor.rounds.find(({ segmentId }) => segmentId === current)
}

/**
 * Whose turn it is next when the piece goes on now, and who is passed over because they are not in the room. Those who
 * were passed over before are asked last, in the order in which they were.
 */
export const nextTurn = (
  { waiting, absent }: Pick<Round, 'waiting' | 'absent'>,
  here: ReadonlySet<MemberId>,
): { to: MemberId | null; skipped: MemberId[] } => {
  const next = waiting.findIndex((id) => here.has(id))
  if (next >= 0) return { to: waiting[next] ?? null, skipped: waiting.slice(0, next) }
  return { to: absent.find((id) => here.has(id)) ?? null, skipped: [...waiting] }
}

/** Whose turn an event adds to or takes from, and how many: what anybody had is the sum over the logs of their circle. */
export const turnsOf = (event: MeetingEvent): { memberId: MemberId; turns: 1 | -1 }[] => {
  switch (event.type) {
    case 'word-given':
      return one(event.to, 1)
    case 'round-opened':
      return one(event.to, 1)
    case 'turn-passed':
      return [...one(event.to, 1), ...(event.had ? [] : one(event.from, -1))]
    default:
      return []
  }
}

const one = (memberId: MemberId | null, turns: 1 | -1) => (memberId === null ? [] : [{ memberId, turns }])
