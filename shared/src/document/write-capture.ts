import type * as Y from 'yjs'
import type { CaptureId } from '../kernel/id.ts'
import type { AttributeValue } from './attributes.ts'
import type { CaptureKind } from './capture-kinds.ts'
import { findCapture } from './read-captures.ts'
import { readAttribute, writeAttribute } from './write-attribute.ts'
import type { Origin } from './write-document.ts'

/* Each changes the attributes of one block, writes nothing that stands so already, and returns whether the document holds it. */

type Changes = Readonly<Record<string, AttributeValue | undefined>>

const change = (doc: Y.Doc, captureId: CaptureId, changes: Changes, origin: Origin): boolean => {
  const found = findCapture(doc, captureId)
  if (found === undefined) return false
  const news = Object.entries(changes).filter(([name, value]) => readAttribute(found, name) !== value)
  if (news.length === 0) return true
  doc.transact(() => {
    for (const [name, value] of news) {
      if (value === undefined) found.removeAttribute(name)
      else writeAttribute(found, name, value)
    }
  }, origin)
  return true
}

/** Ticks or unticks a capture; whoever does what was dropped has taken it up again. */
export const setCaptureDone = (
  doc: Y.Doc,
  captureId: CaptureId,
  done: boolean,
  origin: Origin = null,
): boolean => change(doc, captureId, done ? { done, dropped: undefined } : { done }, origin)

/** Drops a next step or a question, with the reason; without one it is taken up again. */
export const setCaptureDropped = (
  doc: Y.Doc,
  captureId: CaptureId,
  reason: string | undefined,
  origin: Origin = null,
): boolean => change(doc, captureId, { dropped: reason }, origin)

/** Gives a next step another day; `undefined` takes the day away. */
export const setCaptureDue = (
  doc: Y.Doc,
  captureId: CaptureId,
  due: string | undefined,
  origin: Origin = null,
): boolean => change(doc, captureId, { due }, origin)

/** Sees the same thing as another kind; who, when and whether it was done stay in the block for the way back. */
export const setCaptureKind = (
  doc: Y.Doc,
  captureId: CaptureId,
  kind: CaptureKind,
  origin: Origin = null,
): boolean => change(doc, captureId, { kind }, origin)
