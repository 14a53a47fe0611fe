import { createHash } from 'node:crypto'
import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import type { Context } from '../journal/context.ts'
import { transact } from '../platform/db/database.ts'
import type { FeedEvent } from './calendar.ts'
import { essenceOf, type FeedMeeting } from './event-text.ts'
import { type RevisionRow, revisionsOf, saveRevision } from './store.ts'

/**
 * Numbers what calendars are told: whenever anything of a meeting changed since one of them last asked, its number grows.
 * What nobody ever asked for has no number yet, so nothing is missed.
 */
export const numbered = async (
  { db, clock }: Context,
  meetings: readonly FeedMeeting[],
): Promise<FeedEvent[]> => {
  const digests = new Map(meetings.map((meeting) => [meeting.id, digestOf(meeting)]))
  const ids = [...digests.keys()]
  let known = await revisionsOf(db.read, ids)
  if (changed(digests, known).length > 0) {
    known = await transact(db, async (tx) => {
      const before = await revisionsOf(tx, ids)
      for (const meetingId of changed(digests, before)) {
        const last = before.get(meetingId)
        const sequence = last === undefined ? 0 : last.sequence + 1
        const row = { meetingId, sequence, digest: digests.get(meetingId) ?? '', changedAt: clock.now() }
        await saveRevision(tx, row)
        before.set(meetingId, row)
      }
      return before
    })
  }
  return meetings.flatMap((meeting) => {
    const revision = known.get(meeting.id)
    return revision === undefined
      ? []
      : [{ meeting, sequence: revision.sequence, changedAt: revision.changedAt }]
  })
}

const changed = (
  digests: ReadonlyMap<MeetingId, string>,
  known: ReadonlyMap<MeetingId, RevisionRow>,
): MeetingId[] => [...digests].filter(([id, digest]) => known.get(id)?.digest !== digest).map(([id]) => id)

const digestOf = (meeting: FeedMeeting): string =>
  createHash('sha256').update(essenceOf(meeting)).digest('base64url')
