import type { Account } from '@rondo/shared/account/model.ts'
import { readSegments } from '@rondo/shared/document/read-segments.ts'
import type { SegmentId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { command } from '../meeting/index.ts'
import { actorOf } from './cast.ts'
import { at, done, type WorldContext } from './world-context.ts'

/** How long a segment took, and what was written in it. */
export interface Passage {
  /** Milliseconds. */
  spent: number
  write(context: WorldContext, segmentId: SegmentId): Promise<void>
}

/** A meeting as it is gone through: who was there, and one passage for each segment, as far as it went. */
export interface Course {
  start: Instant
  /** Whoever comes; the facilitator comes too, and leads. */
  people: readonly Account[]
  passages: readonly Passage[]
  isOver: boolean
}

/** Goes through a scheduled meeting as its people would: start, join, write, move the light, wrap up. */
export const goThrough = async (
  context: WorldContext,
  meeting: Meeting,
  everyone: readonly Account[],
  { start, people, passages, isOver }: Course,
): Promise<void> => {
  const lead = leadOf(meeting, everyone) ?? people[0]
  if (lead === undefined) throw new Error('Nobody comes to this meeting.')
  const act = (now: Instant, who: Account, what: Parameters<typeof command>[3]) =>
    done(command(at(context, now), actorOf(who), meeting.id, what))
  const agenda = await context.documents.read(meeting.documentId, (doc) =>
    readSegments(doc).map(({ id }) => id),
  )
  await act(start, lead, { type: 'start' })
  for (const [index, person] of people.entries()) await act(start + index * 7_000, person, { type: 'join' })
  let now = start
  let from: SegmentId | null = null
  for (const [index, passage] of passages.entries()) {
    const to = agenda?.value[index]
    if (to === undefined) throw new Error('The page has fewer segments than its meeting went through.')
    if (from !== null) await act(now, lead, { type: 'enter-segment', from, to })
    await passage.write(at(context, now), to)
    from = to
    now += passage.spent
  }
  if (isOver) await act(now, lead, { type: 'wrap', noNextStep: false })
  await at(context, now).project(meeting.documentId)
}

const leadOf = ({ events }: Meeting, everyone: readonly Account[]): Account | undefined => {
  const state = foldMeeting(events)
  const facilitator = 'roles' in state ? state.roles.facilitator : null
  return everyone.find(({ id }) => id === facilitator)
}
