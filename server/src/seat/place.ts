import type { Actor } from '@rondo/shared/account/model.ts'
import { type Action, may } from '@rondo/shared/circle/may.ts'
import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import { accept, type Refusal, type Result } from '@rondo/shared/kernel/refusal.ts'
import { foldMeeting, type MeetingState } from '@rondo/shared/meeting/fold.ts'
import type { Prompt } from '@rondo/shared/seat/model.ts'
import { readPrompts } from '@rondo/shared/seat/prompts.ts'
import { NOWHERE, permit } from '../circle/index.ts'
import { eventsOf, findMeeting } from '../meeting/index.ts'
import type { DocumentContext } from '../page/index.ts'
import type { Reader } from '../platform/db/database.ts'

/** In the words in which the meeting itself is refused: the two must not differ. */
const ABSENT: Refusal = { code: 'not-found', detail: 'There is no such meeting.' }

type Found = NonNullable<Awaited<ReturnType<typeof findMeeting>>>

/** A meeting with what its log says, as somebody may see it. */
export interface Place {
  meeting: Found
  state: MeetingState
  /** Whether whoever asks belongs to the circle. */
  belongs: boolean
}

export const placeFor = async (
  reader: Reader,
  actor: Actor,
  action: Action,
  id: MeetingId,
): Promise<Result<Place>> => {
  const meeting = await findMeeting(reader, id)
  const permitted = await permit(reader, actor, action, meeting?.circleId ?? NOWHERE, ABSENT)
  if (!permitted.ok) return permitted
  if (meeting === undefined) return { ok: false, refusal: ABSENT }
  const state = foldMeeting(await eventsOf(reader, id))
  return accept({ meeting, state, belongs: may(actor, 'belong', permitted.value) })
}

/** What the page of a meeting asks, as it stands now. */
export const promptsOf = async (
  { documents }: Pick<DocumentContext, 'documents'>,
  { meeting, state }: Pick<Place, 'meeting' | 'state'>,
): Promise<Prompt[]> => {
  const parts = state.phase === 'unscheduled' ? [] : state.parts
  const read = await documents.read(meeting.documentId, (doc) => readPrompts(doc, parts))
  return read?.value ?? []
}
