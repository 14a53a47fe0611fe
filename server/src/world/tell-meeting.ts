import { writeIntoSegment } from '@rondo/shared/document/write-into-segment.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { DAY, type Instant, MINUTE } from '@rondo/shared/kernel/time.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { scheduleMeeting } from '../meeting/index.ts'
import { actorOf } from './cast.ts'
import { goThrough, type Passage } from './go-through.ts'
import type { StoryMeeting, StorySegment } from './story/story.ts'
import { blockOf, type Names } from './tell-blocks.ts'
import { at, done, type WorldContext } from './world-context.ts'

/** Tells one meeting, to its end or until the light is in the segment `until`, counted from 0. */
export const tellMeeting = async (
  context: WorldContext,
  names: Names,
  circleId: CircleId,
  story: StoryMeeting,
  start: Instant,
  until?: number,
): Promise<Meeting> => {
  const { cast } = names
  const meeting = await schedule(at(context, start - 3 * DAY), names, circleId, story, start)
  const told = until === undefined ? story.segments : story.segments.slice(0, until + 1)
  await goThrough(context, meeting, Object.values(cast), {
    start,
    people: story.attended.map((who) => cast[who]),
    passages: told.map((segment) => passageOf(names, meeting, segment, start)),
    isOver: until === undefined,
  })
  return meeting
}

const schedule = (
  context: WorldContext,
  { cast }: Names,
  circleId: CircleId,
  { title, presenter, segments }: StoryMeeting,
  startsAt: Instant,
): Promise<Meeting> =>
  done(
    scheduleMeeting(context, actorOf(cast[presenter]), circleId, {
      title,
      format: 'brown-bag',
      startsAt,
      presenterId: cast[presenter].id,
      segments: segments.map(({ title, minutes, prompt, carryOver = false }) => ({
        title,
        minutes,
        carryOver,
        ...(prompt === undefined ? {} : { prompt }),
      })),
    }),
  )

/** Each block is written by whoever said it. */
const passageOf = (
  names: Names,
  { documentId }: Meeting,
  segment: StorySegment,
  start: Instant,
): Passage => ({
  spent: (segment.spent ?? segment.minutes) * MINUTE,
  write: async (context, segmentId) => {
    for (const block of segment.blocks) {
      const told = blockOf(context, names, block, start)
      const author = names.cast[block.by].id
      await context.writeAs(author, documentId, (doc) => writeIntoSegment(doc, segmentId, [told]))
    }
  },
})
