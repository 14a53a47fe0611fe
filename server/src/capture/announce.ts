import type { CircleId, MeetingId, MemberId, PageId } from '@rondo/shared/kernel/id.ts'
import type { Context } from '../journal/context.ts'
import type { Tx } from '../platform/db/database.ts'

interface Place {
  readonly pageId: PageId
  readonly circleId: CircleId | null
  readonly meetingId: MeetingId | null
}

/** Says that captures of a page are not what they were. */
export const tellChanged = async (
  { journal }: Pick<Context, 'journal'>,
  tx: Tx,
  { pageId, circleId, meetingId }: Place,
  by: MemberId | null,
): Promise<void> => {
  await journal.append(tx, [
    {
      name: 'captures.changed',
      payload: { pageId, circleId, meetingId },
      audience: circleId === null ? { everyone: true } : { circleId },
      by,
    },
  ])
}
