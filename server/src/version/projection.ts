import { HOUR } from '@rondo/shared/kernel/time.ts'
import { type DocumentContext, findPageOfMeeting } from '../page/index.ts'
import { afterCommit } from '../platform/db/database.ts'
import type { JournalProjection } from '../projection/journal-projection.ts'
import type { Keeper } from './keeper.ts'
import { changeWatch } from './store.ts'

/** Owes a wrapped meeting's page a version that is kept for ever; a wrap of long ago is not made up for. */
export const wrapProjection = (
  context: DocumentContext,
  keeper: Pick<Keeper, 'wrapped'>,
): JournalProjection => ({
  name: 'version',
  version: 1,
  forget: async () => {},
  apply: async (tx, fact) => {
    if (fact.name !== 'meeting.event-recorded' || fact.payload.event.type !== 'wrapped') return
    const wrappedAt = fact.payload.event.at
    if (context.clock.now() - wrappedAt > HOUR) return
    const page = await findPageOfMeeting(tx, fact.payload.meetingId)
    if (page === undefined) return
    await changeWatch(tx, page.documentId, { wrappedAt })
    afterCommit(tx, () => keeper.wrapped(page.documentId))
  },
})
