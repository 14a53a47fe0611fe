import type * as Y from 'yjs'
import type { AnswerId, MemberId } from '../kernel/id.ts'
import type { Instant } from '../kernel/time.ts'
import { isId, isInstant } from './attributes.ts'
import { readBlocks } from './read-blocks.ts'

/** An answer as it stands in the document: whose it is and from when; what it says is the text below it. */
interface AnswerRead {
  readonly id: AnswerId
  readonly who: MemberId | undefined
  readonly at: Instant | undefined
}

/** The answers that stand in a document, in reading order. */
export const readAnswers = (doc: Y.Doc): AnswerRead[] =>
  readBlocks(doc).flatMap(({ name, attributes: { id, who, at } }) =>
    name === 'answer' && isId<'answer'>(id)
      ? [{ id, who: isId<'member'>(who) ? who : undefined, at: isInstant(at) ? at : undefined }]
      : [],
  )
