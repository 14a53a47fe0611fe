import { setTimeout as pause } from 'node:timers/promises'
import type { Block } from '@rondo/shared/document/block.ts'
import { readSegments } from '@rondo/shared/document/read-segments.ts'
import { writeIntoSegment } from '@rondo/shared/document/write-into-segment.ts'
import type { SegmentId } from '@rondo/shared/kernel/id.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import * as Y from 'yjs'
import type { Participant } from '../sync/index.ts'
import { type Act, acts } from './story/live-now.ts'
import type { Names } from './tell-blocks.ts'
import type { WorldContext } from './world-context.ts'

/** Milliseconds between two keystrokes; the rhythm of a hand, and the same in every demo. */
const RHYTHM = [70, 95, 60, 140, 85, 75, 180, 90, 65, 110]
/** Milliseconds of thought before somebody begins. */
const THOUGHT = 6_000
/** Milliseconds by which each hears out whoever began before. */
const LATER = 2_500

/**
 * Lets the scripted people of the demo type into a segment of the live meeting, each their own lines and all at once, seen by
 * everyone as people are: name, caret, letter after letter. They stay in the room when they have said everything.
 */
export const playScript = async (
  context: WorldContext,
  { cast }: Names,
  { documentId }: Meeting,
  segmentIndex: number,
): Promise<void> => {
  const read = await context.documents.read(documentId, (doc) => readSegments(doc)[segmentIndex]?.id)
  const segmentId = read?.value
  if (segmentId === undefined) return
  const present = new Map<Act['by'], Participant>()
  for (const who of new Set(acts.map(({ by }) => by)))
    present.set(who, await context.participate(documentId, cast[who]))
  const parts = [...present].map(async ([who, person], turn) => {
    await wait(turn * LATER)
    for (const act of acts.filter(({ by }) => by === who)) {
      await wait(THOUGHT)
      await play(context, person, segmentId, act)
    }
  })
  await Promise.all(parts)
}

/** A pause that keeps no process alive. */
const wait = (ms: number): Promise<void> => pause(ms, undefined, { ref: false })

const play = async (
  context: WorldContext,
  person: Participant,
  segmentId: SegmentId,
  act: Act,
): Promise<void> => {
  const text = new Y.XmlText()
  const stands = await person.write((doc) => {
    const block = writeIntoSegment(doc, segmentId, [emptyBlock(context, act)])?.[0]
    block?.insert(0, [text])
    return block !== undefined
  })
  if (!stands) return
  for (const [index, letter] of [...act.text].entries()) {
    await wait(RHYTHM[index % RHYTHM.length] ?? 0)
    const isThere = await person.write(() => {
      if (text.parent === null || text._item?.deleted === true) return false
      text.insert(text.length, letter)
      return true
    })
    if (!isThere) return
    person.pointAt(caretAtEnd(text))
  }
}

const caretAtEnd = (text: Y.XmlText) => {
  const position = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, text.length))
  return { anchor: position, head: position }
}

const emptyBlock = ({ ids, clock }: WorldContext, act: Act): Block =>
  act.type === 'write'
    ? { type: 'paragraph', line: '' }
    : { type: 'capture', id: ids.next<'capture'>(), kind: act.kind, line: '', at: clock.now() }
