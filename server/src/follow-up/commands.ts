import type { Actor } from '@rondo/shared/account/model.ts'
import type { Capture } from '@rondo/shared/capture/model.ts'
import type { Action } from '@rondo/shared/circle/may.ts'
import { readCaptureLink } from '@rondo/shared/document/capture-link.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import type { CaptureId, CircleId, MemberId, PageId } from '@rondo/shared/kernel/id.ts'
import { accept, type Refusal, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import {
  capturesFor,
  type FollowUp,
  findFollowUp,
  insertFollowUp,
  NO_SUCH_CAPTURE,
  pageOfAddress,
  tellChanged,
} from '../capture/index.ts'
import { mayHear, nameOf, permit, seatsOf } from '../circle/index.ts'
import { tell } from '../notify/index.ts'
import { createPage, findPage, summariesOf } from '../page/index.ts'
import { type Reader, type Tx, transact } from '../platform/db/database.ts'
import { beginThread } from '../thread/index.ts'
import type { FollowUpContext } from './follow-up-context.ts'
import { blocksOfPage } from './page-blocks.ts'

type InCircle = Capture & { circleId: CircleId }

const ABSENT: { ok: false; refusal: Refusal } = { ok: false, refusal: NO_SUCH_CAPTURE }

/** The capture, where the actor may do this in its circle. One in a page of the whole workspace has no circle to go on in. */
const captureFor = async (
  reader: Reader,
  actor: Actor,
  id: CaptureId,
  action: Action,
): Promise<Result<InCircle>> => {
  const found = await capturesFor(reader, actor.memberId, { id })
  const capture = found.find((one) => one.circleId !== null) ?? found[0]
  if (capture === undefined) return ABSENT
  const { circleId } = capture
  if (circleId === null) {
    return refuse(
      'invalid',
      'This stands in a page of the whole workspace. Catch it in a circle’s page first.',
      { errors: [{ field: 'captureId', detail: 'is in no circle' }] },
    )
  }
  const permitted = await permit(reader, actor, action, circleId, NO_SUCH_CAPTURE)
  return permitted.ok ? accept({ ...capture, circleId }) : permitted
}

const again = (reader: Reader, actor: Actor, id: CaptureId): Promise<Result<Capture>> =>
  captureFor(reader, actor, id, 'read')

type Became = Partial<Pick<FollowUp, 'threadId' | 'grownPageId' | 'memberId' | 'address'>>

/** Writes down what became of a capture and tells its circle. False when somebody was first. */
const note = async (
  context: FollowUpContext,
  tx: Tx,
  by: MemberId,
  { id, circleId, pageId, meetingId }: InCircle,
  kind: FollowUp['kind'],
  became: Became,
): Promise<boolean> => {
  const nothing = { threadId: null, grownPageId: null, memberId: null, address: null }
  const row = { captureId: id, kind, circleId, pageId, ...nothing, ...became, by, at: context.clock.now() }
  if (!(await insertFollowUp(tx, row))) return false
  await tellChanged(context, tx, { pageId, circleId, meetingId }, by)
  return true
}

/** A question, or a step that needs help, goes on in a thread: one for each capture, whoever asks and how often. */
export const askInThread = (
  context: FollowUpContext,
  actor: Actor,
  id: CaptureId,
  words: { title: string; body: string },
): Promise<Result<Capture>> =>
  transact(context.db, async (tx) => {
    const found = await captureFor(tx, actor, id, 'post')
    if (!found.ok) return found
    if (found.value.kind !== 'question' && found.value.kind !== 'next') {
      return wrongKind('Only a question or a next step is asked in a thread.')
    }
    if ((await findFollowUp(tx, id, 'thread')) === undefined) {
      const { memberId } = actor
      const threadId = await beginThread(context, tx, memberId, found.value.circleId, words)
      await note(context, tx, memberId, found.value, 'thread', { threadId })
    }
    return again(tx, actor, id)
  })

const wrongKind = (detail: string) =>
  refuse('invalid', detail, { errors: [{ field: 'captureId', detail: 'is of another kind' }] })

/** A link that was caught becomes a page of its circle; one that leads to a page already is that page. */
export const growPage = async (
  context: FollowUpContext,
  actor: Actor,
  id: CaptureId,
  title: string,
): Promise<Result<Capture>> => {
  const found = await captureFor(context.db.read, actor, id, 'create')
  if (!found.ok) return found
  if (found.value.kind !== 'link') return wrongKind('Only a link becomes a page.')
  if (found.value.grownPageId !== null) return accept(found.value)
  const { link, blocks } = await lookAt(context, found.value)
  const { memberId: by } = actor
  const there = await pageThere(context.db.read, actor, found.value.circleId, link)
  const address = link.address ?? null
  if (there !== null) {
    await transact(context.db, (tx) =>
      note(context, tx, by, found.value, 'page', { grownPageId: there, address }),
    )
    return again(context.db.read, actor, id)
  }
  const made = await createPage(context, actor, {
    title,
    circleId: found.value.circleId,
    fill: (doc) => appendBlocks(doc, blocks),
    alongside: async (tx, grownPageId) =>
      (await note(context, tx, by, found.value, 'page', { grownPageId, address }))
        ? accept(null)
        : refuse('conflict', 'There is a page of this link already.', { reason: 'capture.page-there' }),
  })
  const isLate = !made.ok && made.refusal.reason === 'capture.page-there'
  return made.ok || isLate ? again(context.db.read, actor, id) : made
}

const lookAt = async ({ db, documents }: FollowUpContext, capture: InCircle) => {
  const page = await findPage(db.read, capture.pageId)
  const read = page && (await documents.read(page.documentId, (doc) => readCaptureLink(doc, capture.id)))
  const link = read?.value ?? { pageId: undefined, address: undefined }
  return { link, blocks: blocksOfPage(capture, link.address) }
}

/** The page that a link leads to, or that its circle made of the same address before, if the actor may read it. */
const pageThere = async (
  reader: Reader,
  { memberId }: Actor,
  circleId: CircleId,
  { pageId, address }: { pageId: PageId | undefined; address: string | undefined },
): Promise<PageId | null> => {
  const made = address === undefined ? null : await pageOfAddress(reader, circleId, address)
  const wanted = [pageId ?? null, made].filter((one) => one !== null)
  const readable = await summariesOf(reader, memberId, wanted)
  return wanted.find((one) => readable.some(({ id }) => id === one)) ?? null
}

/** Thanks a member for a win, once: they are told, and the win shows whom it thanks. */
export const thankFor = (
  context: FollowUpContext,
  actor: Actor,
  id: CaptureId,
  thanked: MemberId,
): Promise<Result<Capture>> =>
  transact(context.db, async (tx) => {
    const found = await captureFor(tx, actor, id, 'post')
    if (!found.ok) return found
    const capture = found.value
    if (capture.kind !== 'win') return wrongKind('Thanks are given for a win.')
    const refused = await whyNotThanked(tx, actor, capture, thanked)
    if (refused !== null) return refused
    if (await note(context, tx, actor.memberId, capture, 'thanks', { memberId: thanked })) {
      const { circleId, pageId, meetingId } = capture
      const about = {
        kind: 'thanked' as const,
        circleId,
        pageId,
        meetingId,
        captureId: id,
        by: actor.memberId,
      }
      await tell(context, tx, [thanked], { key: `thanks:${id}`, about })
    }
    return again(tx, actor, id)
  })

const whyNotThanked = async (
  tx: Tx,
  { memberId: by }: Actor,
  { circleId, thanked: already }: InCircle,
  thanked: MemberId,
): Promise<ReturnType<typeof refuse> | null> => {
  if (already !== null && already !== thanked) {
    const name = await nameOf(tx, already)
    return refuse('conflict', `${name} was thanked for this already.`, {
      reason: 'capture.thanked-meanwhile',
    })
  }
  const sits = (await seatsOf(tx, circleId)).some(({ memberId }) => memberId === thanked)
  if (thanked !== by && sits && (await mayHear(tx, thanked, circleId))) return null
  return refuse('invalid', 'Choose somebody else of the circle.', {
    errors: [{ field: 'memberId', detail: 'is not somebody else of this circle' }],
  })
}
