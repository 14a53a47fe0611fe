import type { Block, Piece } from '@rondo/shared/document/block.ts'
import type { PageId } from '@rondo/shared/kernel/id.ts'
import { DAY, type Instant, MINUTE } from '@rondo/shared/kernel/time.ts'
import type { Cast } from './cast.ts'
import type { PageKey, StoryBlock, StoryCapture, Words } from './story/story.ts'
import type { WorldContext } from './world-context.ts'

/** Everything that the short keys of a story stand for. */
export interface Names {
  cast: Cast
  pages: Record<PageKey, PageId>
}

export const pieceOf = ({ cast, pages }: Names, words: Words): Piece => {
  if (typeof words === 'string') return words
  if ('person' in words) return { memberId: cast[words.person].id }
  if ('page' in words) return { pageId: pages[words.page] }
  if ('code' in words) return { text: words.code, marks: ['code'] }
  return { text: words.strong, marks: ['bold'] }
}

/** A block of the story as a block of the document; `start` is when its meeting began. */
export const blockOf = ({ ids }: WorldContext, names: Names, block: StoryBlock, start: Instant): Block => {
  const line = (words: readonly Words[]) => words.map((word) => pieceOf(names, word))
  switch (block.type) {
    case 'said':
      return { type: 'paragraph', line: line(block.words) }
    case 'list':
      return { type: 'bullets', items: block.items.map(line) }
    case 'code':
      return { type: 'code', text: block.text }
    case 'caught':
      return {
        type: 'capture',
        id: ids.next<'capture'>(),
        kind: block.kind,
        line: line(block.words),
        at: start + block.minute * MINUTE,
        ...promiseOf(names, block, start),
      }
  }
}

const promiseOf = ({ cast }: Names, { who, dueInDays, done }: StoryCapture, start: Instant) => ({
  ...(who === undefined ? {} : { who: cast[who].id }),
  ...(dueInDays === undefined ? {} : { due: new Date(start + dueInDays * DAY).toISOString().slice(0, 10) }),
  ...(done === undefined ? {} : { done }),
})

/** The text of a post: mentions as their tokens. */
export const postOf = ({ cast }: Names, words: readonly Words[]): string =>
  words
    .map((word) => {
      if (typeof word === 'string') return word
      if ('person' in word) return `@[${cast[word.person].id}]`
      return 'code' in word ? word.code : ''
    })
    .join('')
