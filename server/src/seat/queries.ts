import type { Actor } from '@rondo/shared/account/model.ts'
import type { MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result } from '@rondo/shared/kernel/refusal.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import { windowIsOver, windowOf } from '@rondo/shared/meeting/window.ts'
import type { Answer, Prompt, PromptSeen, Seat } from '@rondo/shared/seat/model.ts'
import { mayReadAnswers } from '@rondo/shared/seat/reveal.ts'
import { worthOf } from '@rondo/shared/seat/worth.ts'
import type { Reader } from '../platform/db/database.ts'
import { digestOfText } from './digest.ts'
import { type Place, placeFor, promptsOf } from './place.ts'
import { mayRate, presentInOwnTime } from './rules.ts'
import type { SeatContext } from './seat-context.ts'
import { type AnswerRow, answersOf, findClosing, tallyOf, wasWorthGiven } from './store.ts'

/** The asynchronous seat of a meeting, with the answers that are the reader's to read and no others. */
export const readSeat = async (
  context: Pick<SeatContext, 'db' | 'clock' | 'documents'>,
  actor: Actor,
  id: MeetingId,
): Promise<Result<Seat>> => {
  const { read } = context.db
  const found = await placeFor(read, actor, 'read', id)
  if (!found.ok) return found
  const place = found.value
  const now = context.clock.now()
  const rows = await answersOf(read, id)
  const final = await finalOf(context, place)
  // What stands in the page is read there: it may have been put better since.
  const prompts =
    final === null ? seenBy(actor.memberId, place, await promptsOf(context, place), rows, now) : []
  return accept({
    window: windowOf(place.state),
    prompts,
    present: presentInOwnTime(
      place.state,
      rows.map(({ memberId }) => memberId),
    ),
    final,
    worth: worthOf(await tallyOf(read, id), windowIsOver(place.state, now)),
    worthAsked: await worthAsked(read, place, actor.memberId, final !== null, now),
  })
}

const worthAsked = async (
  reader: Reader,
  { meeting, state }: Place,
  memberId: MemberId,
  isFinal: boolean,
  now: Instant,
): Promise<Seat['worthAsked']> => {
  if (!mayRate(state, memberId, isFinal, now).ok) return null
  return (await wasWorthGiven(reader, meeting.id, memberId)) ? 'given' : 'open'
}

const finalOf = async (
  { db, documents }: Pick<SeatContext, 'db' | 'documents'>,
  { meeting }: Place,
): Promise<Seat['final']> => {
  const closing = await findClosing(db.read, meeting.id)
  if (closing === undefined || closing.finalAt === null) return null
  const read = await documents.read(meeting.documentId, digestOfText)
  return { at: closing.finalAt, isChanged: read !== null && read.value !== closing.digest }
}

/** The prompts as one reader sees them; last, those whose segment is gone and to which somebody had answered. */
const seenBy = (
  memberId: MemberId,
  { state, belongs }: Pick<Place, 'state' | 'belongs'>,
  prompts: readonly Prompt[],
  rows: readonly AnswerRow[],
  now: Instant,
): PromptSeen[] => {
  const standing = new Set(prompts.map(({ segmentId }) => segmentId))
  const gone = rows
    .filter(({ segmentId }) => !standing.has(segmentId))
    .filter((row, index, all) => all.findIndex((one) => one.segmentId === row.segmentId) === index)
    .map(({ segmentId, title }): Prompt => ({ segmentId, title, prompt: null }))
  return [...prompts, ...gone].map((prompt) => {
    const given = rows.filter(({ segmentId }) => segmentId === prompt.segmentId)
    const mine = given.find((row) => row.memberId === memberId)
    const asking = { memberId, belongs, hasAnswered: mine !== undefined }
    const others = mayReadAnswers(state, prompt.segmentId, asking, now)
      ? given.filter((row) => row.memberId !== memberId).map(answerOf)
      : null
    return {
      ...prompt,
      isGone: !standing.has(prompt.segmentId),
      answered: given.map((row) => row.memberId),
      mine: mine === undefined ? null : answerOf(mine),
      others,
    }
  })
}

const answerOf = ({ memberId, text, at, changedAt }: AnswerRow): Answer => ({ memberId, text, at, changedAt })
