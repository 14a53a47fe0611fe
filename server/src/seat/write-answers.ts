import type { Block } from '@rondo/shared/document/block.ts'
import { readAnswers } from '@rondo/shared/document/read-answers.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import { writeIntoSegment } from '@rondo/shared/document/write-into-segment.ts'
import type { Doc } from 'yjs'
import type { AnswerRow } from './store.ts'

/** Writes an answer into the page, under its segment; where that is gone, at the end and under its name. Once, however often. */
export const writeAnswer = (doc: Doc, answer: AnswerRow): void => {
  if (readAnswers(doc).some(({ id }) => id === answer.id)) return
  const block = blockOf(answer)
  if (writeIntoSegment(doc, answer.segmentId, [block]) !== undefined) return
  const title = answer.title === '' ? [] : [{ type: 'heading', level: 3, line: answer.title } as const]
  appendBlocks(doc, [...title, block])
}

/** Each line that was typed is a paragraph. */
const blockOf = ({ id, memberId, at, text }: AnswerRow): Block => ({
  type: 'answer',
  id,
  who: memberId,
  at,
  lines: text.split(/\r?\n/).map((line) => line.trimEnd()),
})
