import type { SegmentPart } from '@rondo/shared/format/part.ts'
import type { MemberId, SegmentId } from '@rondo/shared/kernel/id.ts'
import type { NewMeetingEvent } from '@rondo/shared/meeting/events.ts'
import type { MeetingState } from '@rondo/shared/meeting/fold.ts'
import type { Live, Scene } from '../../ground/rules.ts'

/** Who is in the room; whoever asks for something is. */
export const hereIn = ({ actor, here }: Scene): Set<MemberId> => new Set([actor, ...(here ?? [])])

/**
 * A round for everybody who is in the room or was: in the order in which they came to the circle, guests at the end, beginning
 * after the facilitator, who comes last. It is the order of the seats round the table, so nobody has to look for theirs.
 */
export const openingRound = (
  { roles, attended }: Pick<Live, 'roles' | 'attended'>,
  segmentId: SegmentId,
  seconds: number | null,
  scene: Scene,
): NewMeetingEvent => {
  const here = hereIn(scene)
  const came = new Set(attended.map(({ memberId }) => memberId))
  const members = [...scene.seated].filter((id) => here.has(id) || came.has(id))
  const guests = [...came].filter((id) => !scene.seated.has(id) && here.has(id))
  const seats = beginningAfter([...members, ...guests], roles.facilitator)
  const absent = seats.filter((id) => !here.has(id))
  const to = seats.find((id) => here.has(id)) ?? scene.actor
  return { type: 'round-opened', segmentId, seats, absent, to, seconds }
}

const beginningAfter = (ring: readonly MemberId[], facilitator: MemberId | null): MemberId[] => {
  const first = facilitator === null ? 0 : ring.indexOf(facilitator) + 1
  return [...ring.slice(first), ...ring.slice(0, first)]
}

/** A segment that is a round begins with one; where one was left, it goes on from there. */
export const roundFor = (
  state: MeetingState,
  part: SegmentPart | undefined,
  segmentId: SegmentId,
  scene: Scene,
): NewMeetingEvent[] => {
  if (part?.kind !== 'round' || !('roles' in state)) return []
  const isThere = 'floor' in state && state.floor.rounds.some((round) => round.segmentId === segmentId)
  const attended = 'attended' in state ? state.attended : []
  return isThere ? [] : [openingRound({ roles: state.roles, attended }, segmentId, null, scene)]
}
