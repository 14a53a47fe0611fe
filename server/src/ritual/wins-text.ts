import type { Capture } from '@rondo/shared/capture/model.ts'
import type { Block, Piece } from '@rondo/shared/document/block.ts'
import { readSegments } from '@rondo/shared/document/read-segments.ts'
import { readText } from '@rondo/shared/document/read-text.ts'
import { writeIntoSegment } from '@rondo/shared/document/write-into-segment.ts'
import { memberId, pageId, type SegmentId } from '@rondo/shared/kernel/id.ts'
import type { Doc } from 'yjs'

type Win = Pick<Capture, 'text' | 'by' | 'pageId'>

const TOKENS = /@\[([0-9a-f-]{36})\]|\[\[([0-9a-f-]{36})\]\]/g

/** A line of a capture with its mentions and links as such, so that each reader sees the names that they may see. */
const piecesOf = (text: string): Piece[] => {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(TOKENS)) {
    pieces.push(text.slice(from, match.index))
    const who = memberId.safeParse(match[1])
    const where = pageId.safeParse(match[2])
    if (who.success) pieces.push({ memberId: who.data })
    else if (where.success) pieces.push({ pageId: where.data })
    from = match.index + match[0].length
  }
  return [...pieces, text.slice(from)]
}

/** What was said, who caught it, and the page where it stands. */
const lineOf = ({ text, by, pageId: where }: Win): Piece[] => [
  ...piecesOf(text),
  ' ',
  ...(by === null ? [] : [{ memberId: by }, ' ']),
  { pageId: where },
]

/** Drafts the wins in the first segment; those that stand in the page already are left out, so doing it twice is harmless. */
export const draftWins = (doc: Doc, wins: readonly Win[]): void => {
  const [first] = readSegments(doc)
  const standing = readText(doc)
  const missing = wins.filter(({ text }) => !standing.includes(text.replaceAll(TOKENS, '').trim()))
  if (first === undefined || missing.length === 0) return
  const blocks: Block[] = [
    { type: 'bullets', items: missing.map(lineOf) },
    { type: 'paragraph', line: '' },
  ]
  writeIntoSegment(doc, first.id satisfies SegmentId, blocks)
}
