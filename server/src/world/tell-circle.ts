import type { CircleId, PostId } from '@rondo/shared/kernel/id.ts'
import { DAY, HOUR, type Instant } from '@rondo/shared/kernel/time.ts'
import { createCircle, seatMember } from '../circle/index.ts'
import { addPost, markRead, openThread } from '../thread/index.ts'
import { actorOf, type Cast } from './cast.ts'
import type { StoryCircle, StoryThread } from './story/story.ts'
import { type Names, postOf } from './tell-blocks.ts'
import { tellMeeting } from './tell-meeting.ts'
import { at, done, type WorldContext } from './world-context.ts'

const WEEK = 7 * DAY

/** Makes the circle and seats its people, an hour apart. */
export const foundCircle = async (
  context: WorldContext,
  cast: Cast,
  { people, name, purpose, timeZone }: StoryCircle,
  since: Instant,
): Promise<CircleId> => {
  const [host, ...others] = people
  if (host === undefined) throw new Error('A circle of the story has no people.')
  const described = { name, purpose, visibility: 'open' as const, timeZone }
  const { id } = await done(createCircle(at(context, since), actorOf(cast[host]), described))
  for (const [index, who] of others.entries()) {
    const then = at(context, since + (index + 1) * HOUR)
    await done(seatMember(then, actorOf(cast[host]), id, cast[who].id))
  }
  return id
}

/** Tells the circle's past, a week at a time. `latest` is when its last meeting would have been this week. */
export const tellPast = async (
  context: WorldContext,
  names: Names,
  circleId: CircleId,
  story: StoryCircle,
  latest: Instant,
): Promise<void> => {
  for (const meeting of story.meetings)
    await tellMeeting(context, names, circleId, meeting, latest - meeting.weeksAgo * WEEK)
}

/** Tells a thread; the visitor has read all but its last two posts. */
export const tellThread = async (
  context: WorldContext,
  names: Names,
  circleId: CircleId,
  { title, posts }: StoryThread,
): Promise<void> => {
  const now = context.clock.now()
  const [first, ...rest] = posts
  if (first === undefined) return
  const ago = (hours: number) => at(context, now - hours * HOUR)
  const opening = { title, body: postOf(names, first.words) }
  const thread = await done(openThread(ago(first.hoursAgo), actorOf(names.cast[first.by]), circleId, opening))
  const told: (PostId | undefined)[] = [thread.allPosts[0]?.id]
  for (const { by, hoursAgo, words, replyTo } of rest) {
    const body = postOf(names, words)
    const answered = replyTo === undefined ? undefined : told[replyTo]
    const post = await done(
      addPost(ago(hoursAgo), actorOf(names.cast[by]), thread.id, { body, replyTo: answered }),
    )
    told.push(post.id)
  }
  const upTo = Math.max(1, posts.length - 2)
  await done(markRead(context, actorOf(names.cast.priya), thread.id, upTo))
}
