/**
 * Lets a page follow an agenda that was put in another order, without ever losing what somebody writes meanwhile.
 *
 * Yjs knows no move: text that goes to another place is deleted there and written anew here, and then whatever others
 * type in it at that moment is lost, and so is who wrote it. Hence:
 *
 * 1. A segment in which anything was written stays where it is, and so do those that the caller names.
 * 2. Segments that nobody wrote in yet change places by exchanging what was planned: id, minutes, lead, title, prompt.
 * 3. No element that can hold text is ever deleted, so what is typed at the same time in any of them is there afterwards.
 */
import * as Y from 'yjs'
import type { SegmentId } from '../kernel/id.ts'
import { type AttributeValue, isId } from './attributes.ts'
import { BODY } from './schema.ts'
import { readAttribute, writeAttribute } from './write-attribute.ts'
import type { Origin } from './write-document.ts'

type Delta = { insert: string; attributes?: Record<string, unknown> }[]

/** A heading with the blocks below it, none of which holds more than what was planned. */
interface Slot {
  readonly id: SegmentId
  readonly heading: Y.XmlElement
  readonly carryOver: Y.XmlElement | undefined
  readonly prompts: readonly Y.XmlElement[]
}

/** What was planned for a segment: all that a slot holds. */
interface Plan {
  readonly attributes: Readonly<Record<string, unknown>>
  readonly title: Delta
  readonly carryOver: boolean
  readonly prompts: readonly Delta[]
}

const PLANNED = ['id', 'minutes', 'lead'] as const

/** Answers whether anything was written. */
export const reorderPage = (
  doc: Y.Doc,
  order: readonly SegmentId[],
  staying: ReadonlySet<SegmentId> = new Set(),
  origin: Origin = null,
): boolean => {
  const places = new Map(order.map((id, place) => [id, place]))
  const slots = slotsOf(doc.getXmlFragment(BODY)).filter(({ id }) => places.has(id) && !staying.has(id))
  const wanted = slots.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
  const changes = slots.flatMap((slot, index) => {
    const planned = wanted[index]
    return planned === undefined || planned === slot ? [] : [{ slot, plan: planIn(planned) }]
  })
  doc.transact(() => {
    for (const { slot, plan } of changes) fill(slot, plan)
  }, origin)
  return changes.length > 0
}

const slotsOf = (body: Y.XmlFragment): Slot[] => {
  const stretches: Y.XmlElement[][] = []
  for (const child of body.toArray() as unknown[]) {
    if (isElement(child, 'segment')) stretches.push([child])
    else if (child instanceof Y.XmlElement) stretches.at(-1)?.push(child)
  }
  const slots = stretches.flatMap((stretch) => slotOf(stretch) ?? [])
  const once = (id: SegmentId) => slots.filter((slot) => slot.id === id).length === 1
  return slots.filter(({ id }) => once(id))
}

const slotOf = ([heading, ...below]: Y.XmlElement[]): Slot | undefined => {
  if (heading === undefined || textOf(heading) === undefined) return undefined
  const id = readAttribute(heading, 'id')
  const kinds = below.map(kindOf)
  if (!isId<'segment'>(id) || kinds.includes('written')) return undefined
  const ofKind = (kind: Kind) => below.filter((_, index) => kinds[index] === kind)
  const [carryOver, ...more] = ofKind('carryOver')
  return more.length > 0 ? undefined : { id, heading, carryOver, prompts: ofKind('prompt') }
}

type Kind = 'carryOver' | 'prompt' | 'blank' | 'written'

/** A prompt stands in italics, as formats write it. */
const kindOf = (block: Y.XmlElement): Kind => {
  if (isElement(block, 'carryOver')) return 'carryOver'
  const text = isElement(block, 'paragraph') ? textOf(block) : undefined
  if (text === undefined) return 'written'
  if (text.every(({ insert }) => insert === '')) return 'blank'
  return text.every(({ attributes }) => attributes?.['italic'] !== undefined) ? 'prompt' : 'written'
}

const isElement = (child: unknown, name: string): child is Y.XmlElement =>
  child instanceof Y.XmlElement && child.nodeName === name

/** What stands in a block; undefined where that is more than one text. */
const textOf = (block: Y.XmlElement): Delta | undefined => {
  const [text, ...more] = block.toArray() as unknown[]
  if (text === undefined) return []
  return text instanceof Y.XmlText && more.length === 0 ? (text.toDelta() as Delta) : undefined
}

const planIn = ({ heading, carryOver, prompts }: Slot): Plan => ({
  attributes: Object.fromEntries(PLANNED.map((name) => [name, readAttribute(heading, name)])),
  title: textOf(heading) ?? [],
  carryOver: carryOver !== undefined,
  prompts: prompts.map((prompt) => textOf(prompt) ?? []),
})

const fill = ({ heading, carryOver, prompts }: Slot, plan: Plan): void => {
  for (const name of PLANNED) {
    const value = plan.attributes[name]
    if (value === undefined || value === null) heading.removeAttribute(name)
    else writeAttribute(heading, name, value as AttributeValue)
  }
  say(heading, plan.title)
  for (const [index, prompt] of prompts.entries()) say(prompt, plan.prompts[index] ?? [])
  const more = plan.prompts.slice(prompts.length).map(paragraphOf)
  insertBehind(prompts.at(-1) ?? carryOver ?? heading, more)
  if (plan.carryOver && carryOver === undefined) insertBehind(heading, [new Y.XmlElement('carryOver')])
  if (!plan.carryOver && carryOver !== undefined) remove(carryOver)
}

/** The text itself stays, so that a letter typed in it at this moment does. */
const say = (block: Y.XmlElement, words: Delta): void => {
  const standing = (block.toArray() as unknown[])[0]
  const text = standing instanceof Y.XmlText ? standing : new Y.XmlText()
  if (text !== standing) {
    if (words.length === 0) return
    block.insert(0, [text])
  }
  text.delete(0, text.length)
  text.applyDelta(words)
}

const paragraphOf = (words: Delta): Y.XmlElement => {
  const paragraph = new Y.XmlElement('paragraph')
  const text = new Y.XmlText()
  text.applyDelta(words)
  paragraph.insert(0, [text])
  return paragraph
}

const insertBehind = (block: Y.XmlElement, elements: Y.XmlElement[]): void => {
  const parent = block.parent
  if (parent instanceof Y.XmlFragment && elements.length > 0) parent.insertAfter(block, elements)
}

const remove = (block: Y.XmlElement): void => {
  const parent = block.parent
  if (!(parent instanceof Y.XmlFragment)) return
  parent.delete((parent.toArray() as unknown[]).indexOf(block), 1)
}
