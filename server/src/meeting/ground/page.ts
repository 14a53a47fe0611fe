import { readCaptures } from '@rondo/shared/document/read-captures.ts'
import { readSegments } from '@rondo/shared/document/read-segments.ts'
import type { CaptureId, MeetingId, SegmentId } from '@rondo/shared/kernel/id.ts'
import type { DocumentContext } from '../../page/index.ts'
import { findMeeting } from '../store.ts'

/** What a command may have to know of the meeting's page. */
export interface OnPage {
  /** In the order of the page. */
  segments: readonly SegmentId[]
  questions: readonly CaptureId[]
}

export const NO_PAGE: OnPage = { segments: [], questions: [] }

const ASK_FOR_PAGE = new Set(['start', 'enter-segment', 'move-segment', 'set-part', 'vote'])

/** The page as it stands, for those commands that depend on it. */
export const pageFor = async (
  { db, documents }: DocumentContext,
  id: MeetingId,
  { type }: { type: string },
): Promise<OnPage> => {
  if (!ASK_FOR_PAGE.has(type)) return NO_PAGE
  const meeting = await findMeeting(db.read, id)
  const read =
    meeting &&
    (await documents.read(meeting.documentId, (doc) => ({
      segments: readSegments(doc).map((segment) => segment.id),
      questions: readCaptures(doc).flatMap((one) => (one.kind === 'question' ? [one.id] : [])),
    })))
  return read?.value ?? NO_PAGE
}
