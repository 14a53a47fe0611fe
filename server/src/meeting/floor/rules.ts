import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { accept, refuse } from '@rondo/shared/kernel/refusal.ts'
import { type Instant, MINUTE } from '@rondo/shared/kernel/time.ts'
import { currentRound, nextTurn, type Round } from '@rondo/shared/meeting/floor.ts'
import type { MeetingState } from '@rondo/shared/meeting/fold.ts'
import {
  currentSegment,
  type Decision,
  invalid,
  type Live,
  mayLead,
  NOTHING,
  notFacilitator,
  type Scene,
  whenLive,
} from '../ground/rules.ts'
import { queueOf } from './hands/rules.ts'
import { hereIn, openingRound } from './opening/rules.ts'

/** So long a holder who is not in the room keeps the piece before the next one may take it. */
const PATIENCE = MINUTE

export type FloorCommand =
  | { type: 'raise-hand' }
  | { type: 'lower-hand'; memberId: MemberId }
  | { type: 'give-word'; from: number; to: MemberId | null }
  | { type: 'open-round'; seconds: number | null }
  | { type: 'pass-turn'; from: number; had: boolean }
  | { type: 'close-round'; from: number }
  | { type: 'name-co-facilitator'; from: MemberId | null; to: MemberId | null }

/** What a command about the word adds to the log. */
export const decideFloor = (
  state: MeetingState,
  command: FloorCommand,
  now: Instant,
  scene: Scene,
): Decision =>
  whenLive(state, (live) => {
    switch (command.type) {
      case 'raise-hand':
        return raiseHand(live, now, scene)
      case 'lower-hand':
        return lowerHand(live, command.memberId, scene)
      case 'give-word':
        return giveWord(live, command, scene)
      case 'open-round':
        return openRound(live, command.seconds, scene)
      case 'pass-turn':
        return passTurn(live, command, now, scene)
      case 'close-round':
        return closeRound(live, command.from, scene)
      case 'name-co-facilitator':
        return nameCoFacilitator(live, command, scene)
    }
  })

const raiseHand = (live: Live, now: Instant, { actor, turns }: Scene): Decision => {
  const { hands } = live.floor
  // Whoever has the turn has what a hand asks for.
  if (hands.some(({ memberId }) => memberId === actor) || currentRound(live)?.holder === actor) return NOTHING
  const queue = queueOf([...hands, { memberId: actor, raisedAt: now }], turns ?? new Map())
  return accept([{ type: 'hand-raised', memberId: actor, queue }])
}

const lowerHand = (live: Live, memberId: MemberId, scene: Scene): Decision => {
  if (memberId !== scene.actor && !mayLead(live, scene)) return notFacilitator()
  const isUp = live.floor.hands.some((hand) => hand.memberId === memberId)
  return isUp ? accept([{ type: 'hand-lowered', memberId }]) : NOTHING
}

const giveWord = (
  live: Live,
  { from, to }: { from: number; to: MemberId | null },
  scene: Scene,
): Decision => {
  const { hands, word } = live.floor
  const isOwn = to === null && word.memberId === scene.actor
  if (!isOwn && !mayLead(live, scene)) return notFacilitator()
  if (word.seq !== from) {
    return refuse('conflict', 'Somebody gave the word meanwhile.', { reason: 'meeting.word-moved' })
  }
  if (to === null) return word.memberId === null ? NOTHING : accept([{ type: 'word-given', to }])
  if (currentRound(live)?.holder) {
    return refuse('conflict', 'A round is under way: whoever holds the talking piece has the word.', {
      reason: 'meeting.round-open',
    })
  }
  return hands.some(({ memberId }) => memberId === to)
    ? accept([{ type: 'word-given', to }])
    : refuse('conflict', 'This hand is down again.', { reason: 'meeting.hand-down' })
}

const openRound = (live: Live, seconds: number | null, scene: Scene): Decision => {
  if (!mayLead(live, scene)) return notFacilitator()
  const segmentId = currentSegment(live)
  if (segmentId === null) return invalid('segment', 'A round belongs to a segment, and this page has none.')
  if (currentRound(live)?.holder) {
    return refuse('conflict', 'A round is under way already.', { reason: 'meeting.round-open' })
  }
  return accept([openingRound(live, segmentId, seconds, scene)])
}

const whoseRound = (live: Live, from: number): Round | ReturnType<typeof refuse> => {
  const round = currentRound(live)
  if (round === undefined) {
    return refuse('conflict', 'There is no round in this segment.', { reason: 'meeting.no-round' })
  }
  if (round.seq === from) return round
  return refuse('conflict', 'The talking piece went on meanwhile.', { reason: 'meeting.turn-moved' })
}

const passTurn = (
  live: Live,
  { from, had }: { from: number; had: boolean },
  now: Instant,
  scene: Scene,
): Decision => {
  const round = whoseRound(live, from)
  if ('ok' in round) return round
  const here = hereIn(scene)
  const { to, skipped } = nextTurn(round, here)
  const isHolder = round.holder === scene.actor
  const leads = mayLead(live, scene)
  const isGone = round.holder === null || (!here.has(round.holder) && now - round.since >= PATIENCE)
  if (!isHolder && !leads && !(isGone && to === scene.actor)) {
    return refuse('forbidden', 'Whoever holds the talking piece passes it on, or the facilitator.', {
      reason: 'meeting.not-your-turn',
    })
  }
  if (round.holder === null && to === null) {
    return refuse('conflict', 'Everybody who is here had their turn.', { reason: 'meeting.nobody-waits' })
  }
  const hadTurn = round.holder !== null && (isHolder || (leads && had))
  const { segmentId, holder } = round
  return accept([{ type: 'turn-passed', segmentId, from: holder, to, had: hadTurn, skipped }])
}

const closeRound = (live: Live, from: number, scene: Scene): Decision => {
  if (!mayLead(live, scene)) return notFacilitator()
  const round = whoseRound(live, from)
  return 'ok' in round ? round : accept([{ type: 'round-closed', segmentId: round.segmentId }])
}

const nameCoFacilitator = (
  live: Live,
  { from, to }: { from: MemberId | null; to: MemberId | null },
  scene: Scene,
): Decision => {
  if (!mayLead(live, scene)) return notFacilitator()
  if (live.coFacilitator !== from) {
    return refuse('conflict', 'Somebody named a co-facilitator meanwhile.', {
      reason: 'meeting.co-facilitator-moved',
    })
  }
  if (to !== null && !scene.seated.has(to)) return invalid('to', 'has no seat in this circle')
  if (to !== null && to === live.roles.facilitator) return invalid('to', 'facilitates already')
  return from === to ? NOTHING : accept([{ type: 'co-facilitator-named', to }])
}
