import type { Actor } from '@rondo/shared/account/model.ts'
import { isId } from '@rondo/shared/document/attributes.ts'
import { readAnswers } from '@rondo/shared/document/read-answers.ts'
import type { MemberId, PageId } from '@rondo/shared/kernel/id.ts'
import { accept, type Refusal, type Result } from '@rondo/shared/kernel/refusal.ts'
import type { FileHead } from '@rondo/shared/markdown/file.ts'
import { fileNameOf } from '@rondo/shared/markdown/file-name.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import type { Doc } from 'yjs'
import { namesOf } from '../circle/index.ts'
import { eventsOf, findMeeting, rsvpsOf } from '../meeting/index.ts'
import { type DocumentContext, type PageRow, summariesOf } from '../page/index.ts'
import { type Body, bodyOf, pageFor } from '../version/index.ts'
import { writeElsewhere } from './elsewhere.ts'
import { dayOf, headOf } from './rules.ts'
import { circleNameOf } from './store.ts'

const ABSENT: Refusal = { code: 'not-found', detail: 'There is no such page.' }

/** More names than this nobody reads; the ids stand there in any case. */
const MOST_NAMES = 5_000

/** A page as a file, with the names that the asking member may know. */
export const exportPage = async (
  context: DocumentContext,
  actor: Actor,
  pageId: PageId,
): Promise<Result<{ fileName: string; text: string }>> => {
  const { db, documents } = context
  const found = await pageFor(db.read, actor, 'read', pageId)
  if (!found.ok) return found
  const page = found.value
  const read = (await documents.read(page.documentId, readWhole))?.value
  if (read === undefined) return { ok: false, refusal: ABSENT }
  const { body, answered } = read
  const { members, pages } = idsIn(body)
  const { about, day } = await aboutOf(context, page, answered)
  const titles = await summariesOf(db.read, actor.memberId, pages)
  const text = await writeElsewhere({
    head: { title: page.title, ...about },
    body,
    members: await namesOf(db.read, members),
    pages: new Map(titles.map(({ id, title }) => [id, title])),
  })
  return accept({ fileName: fileNameOf(page.title, day), text })
}

const readWhole = (doc: Doc) => ({
  body: bodyOf(doc),
  answered: readAnswers(doc).flatMap(({ who }) => who ?? []),
})

const aboutOf = async (
  { db: { read: reader }, clock }: DocumentContext,
  { circleId, meetingId }: PageRow,
  answered: readonly MemberId[],
): Promise<{ about: Omit<FileHead, 'title'>; day?: string | undefined }> => {
  const circle = circleId === null ? undefined : await circleNameOf(reader, circleId)
  const meeting = meetingId === null ? undefined : await findMeeting(reader, meetingId)
  if (meeting === undefined) return { about: { circle } }
  const state = foldMeeting(await eventsOf(reader, meeting.id))
  const rsvps = (await rsvpsOf(reader, [meeting.id])).get(meeting.id) ?? []
  const came = 'attended' in state ? state.attended : []
  const names = await namesOf(reader, [...came, ...rsvps].map(({ memberId }) => memberId).concat(answered))
  const { number, timeZone } = meeting
  const about = headOf({ number, timeZone, rsvps, answered }, state, clock.now(), (id) => names.get(id) ?? '')
  return { about: { circle, ...about }, day: dayOf(state, timeZone) }
}

/** Whom and what a text names: every id in it that is not the block's own may be either. */
const idsIn = (body: Body): { members: MemberId[]; pages: PageId[] } => {
  const members = new Set<MemberId>()
  const pages = new Set<PageId>()
  const open = [body]
  for (let node = open.pop(); node; node = open.pop()) {
    for (const [name, value] of Object.entries<unknown>(node.attrs ?? {})) {
      if (name === 'pageId' && isId<'page'>(value)) pages.add(value)
      else if (name !== 'id' && isId<'member'>(value)) members.add(value)
    }
    open.push(...(node.content ?? []))
  }
  return { members: [...members].slice(0, MOST_NAMES), pages: [...pages].slice(0, MOST_NAMES) }
}
