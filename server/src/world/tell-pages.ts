import type { Block } from '@rondo/shared/document/block.ts'
import { rewriteBody } from '@rondo/shared/document/rewrite-body.ts'
import { toProseMirrorJson } from '@rondo/shared/document/to-prosemirror-json.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import type { PageId } from '@rondo/shared/kernel/id.ts'
import { DAY, type Instant } from '@rondo/shared/kernel/time.ts'
import type { Page } from '@rondo/shared/page/model.ts'
import * as Y from 'yjs'
import { createPage } from '../page/index.ts'
import { keepVersion } from '../version/index.ts'
import { actorOf, type Cast } from './cast.ts'
import { pages } from './story/pages.ts'
import type { PageKey, StoryPage, Words } from './story/story.ts'
import { type Names, pieceOf } from './tell-blocks.ts'
import { at, done, type WorldContext } from './world-context.ts'

/** Every page is made before any is written, because they link to each other. */
export const tellPages = async (
  context: WorldContext,
  cast: Cast,
  since: Instant,
): Promise<Record<PageKey, PageId>> => {
  const made: [StoryPage, Page][] = []
  for (const story of pages) {
    const { title, by } = story
    const page = await done(createPage(at(context, since), actorOf(cast[by]), { title, circleId: null }))
    made.push([story, page])
  }
  const ids = Object.fromEntries(made.map(([{ key }, { id }]) => [key, id])) as Record<PageKey, PageId>
  for (const [story, page] of made) {
    await tellPage(context, { cast, pages: ids }, story, page, since)
    await context.project(page.documentId)
  }
  return ids
}

/** Writes a page in its author's name; one with a draft gets a history of two versions. */
const tellPage = async (
  context: WorldContext,
  names: Names,
  { by, paragraphs, draft }: StoryPage,
  page: Page,
  since: Instant,
): Promise<void> => {
  const { cast } = names
  const author = cast[by].id
  const first = linesOf(names, draft?.paragraphs ?? paragraphs)
  await context.writeAs(author, page.documentId, (doc) => appendBlocks(doc, first))
  if (draft === undefined) return
  await keepVersion(at(context, since), page, { reason: 'named', name: draft.called, by: author })
  const revised = new Y.Doc()
  appendBlocks(revised, linesOf(names, paragraphs))
  const body = toProseMirrorJson(revised)
  await context.writeAs(cast[draft.revisedBy].id, page.documentId, (doc) => rewriteBody(doc, body))
  await keepVersion(at(context, since + 9 * DAY), page, { reason: 'quiet' })
}

const linesOf = (names: Names, paragraphs: readonly Words[][]): Block[] =>
  paragraphs.map((words) => ({ type: 'paragraph', line: words.map((word) => pieceOf(names, word)) }))
