import { reorderPage } from '@rondo/shared/document/reorder-page.ts'
import type { MeetingEvent } from '@rondo/shared/meeting/events.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import type { DocumentContext } from '../../page/index.ts'
import { eventsOf, type MeetingRow } from '../store.ts'

/**
 * The page follows the agenda as far as that loses nothing. The log is the truth: where a crash comes between the two,
 * the agenda stands in its new order all the same.
 */
export const followOrder = async (
  { db, documents }: Pick<DocumentContext, 'db' | 'documents'>,
  { id, documentId }: Pick<MeetingRow, 'id' | 'documentId'>,
  events: readonly MeetingEvent[],
): Promise<void> => {
  if (!events.some(({ type }) => type === 'agenda-ordered')) return
  const state = foldMeeting(await eventsOf(db.read, id))
  if (state.phase === 'unscheduled') return
  // Where the meeting is or was, somebody may be about to write.
  const staying = new Set('visits' in state ? state.visits.map(({ segmentId }) => segmentId) : [])
  await documents.write(documentId, 'server', (doc) => reorderPage(doc, state.order, staying))
}
