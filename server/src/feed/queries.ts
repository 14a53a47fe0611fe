import type { CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import { DAY } from '@rondo/shared/kernel/time.ts'
import { hashSecret } from '../account/index.ts'
import { namesOf, permit } from '../circle/index.ts'
import { type HeldMeeting, meetingsSince } from '../meeting/index.ts'
import type { Reader } from '../platform/db/database.ts'
import { rolesOf } from '../rotation/index.ts'
import { calendarText } from './calendar.ts'
import type { FeedContext } from './commands.ts'
import type { FeedMeeting, Owner } from './event-text.ts'
import { numbered } from './revisions.ts'
import { circleNamesOf, circlesOf, findFeed } from './store.ts'
import { wordsIn } from './words.ts'

/** So long what is over stays in a calendar. */
const PAST = 180 * DAY

export type FeedKind = 'circle' | 'member'

/** The calendar that a secret opens; null where it opens none, or nothing that its owner may still see. */
export const readFeed = async (
  context: FeedContext,
  kind: FeedKind,
  secret: string,
): Promise<string | null> => {
  const { db, clock, publicUrl } = context
  const feed = await findFeed(db.read, hashSecret(secret))
  if (feed === undefined || (feed.circleId === null) !== (kind === 'member')) return null
  const { owner, circleId } = feed
  const words = wordsIn(owner.locale)
  const circles = circleId === null ? await circlesOf(db.read, owner.id) : [circleId]
  if (circleId !== null) {
    const permitted = await permit(db.read, { memberId: owner.id, role: 'member' }, 'read', circleId)
    if (!permitted.ok) return null
  }
  const names = await circleNamesOf(db.read, circles)
  const held = await meetingsSince(db.read, circles, clock.now() - PAST)
  const events = await numbered(context, await toldOf(context, held, names, owner))
  const title = circleId === null ? words.mine : words.calendarOf(names.get(circleId) ?? '')
  return calendarText(title, events, { owner, publicUrl })
}

const toldOf = async (
  { db }: FeedContext,
  held: readonly HeldMeeting[],
  circleNames: ReadonlyMap<CircleId, string>,
  owner: Owner,
): Promise<FeedMeeting[]> => {
  const words: Readonly<Record<string, string>> = wordsIn(owner.locale).roles
  const own = await ownRoles(db.read, [...circleNames.keys()])
  const holders = new Set(held.flatMap(({ roles }) => roles.flatMap(({ memberId }) => memberId ?? [])))
  const names: ReadonlyMap<MemberId, string> = await namesOf(db.read, [...holders])
  return held.map(({ id, circleId, title, timeZone, startsAt, plannedMinutes, cancelReason, roles }) => ({
    id,
    title,
    circleName: circleNames.get(circleId) ?? '',
    timeZone,
    startsAt,
    minutes: plannedMinutes,
    cancelReason,
    roles: roles.map(({ role, memberId }) => ({
      role: words[role] ?? own.get(role) ?? role,
      holder: memberId === null ? null : { id: memberId, name: names.get(memberId) ?? '' },
    })),
  }))
}

/** What circles call the roles that they made for themselves. */
const ownRoles = async (reader: Reader, circleIds: readonly CircleId[]): Promise<Map<string, string>> => {
  const names = new Map<string, string>()
  for (const circleId of circleIds)
    for (const { role, name } of await rolesOf(reader, circleId)) if (name !== null) names.set(role, name)
  return names
}
