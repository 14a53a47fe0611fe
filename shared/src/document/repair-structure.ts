import * as Y from 'yjs'
import { BODY, MAX_DEPTH } from './schema.ts'
import { type ElementRule, elementRules, isKnownMark, MARKS_PER_TEXT } from './structure-rules.ts'
import { type Violation, validateStructure } from './validate-structure.ts'

/** Levels that are cut from the inside of a deep nest at a time: Yjs deletes by recursion. */
const LEVELS_AT_ONCE = 500

/** What a repair found, and whether it has to be called again, because some of it was nested too deeply for one go. */
export interface Repair {
  readonly found: readonly Violation[]
  readonly isDone: boolean
}

/**
 * Deletes whatever `validateStructure` complains of, and nothing else, so that every editor can open the document: to be
 * called in the name of the server, again until it is done. Whoever is inside sees it like any other edit.
 */
export const repairStructure = (doc: Y.Doc): Repair => {
  const found = validateStructure(doc)
  if (found.length === 0) return { found, isDone: true }
  const doomed = [...foreignItems(doc), ...offendingItems(doc.getXmlFragment(BODY))].flatMap(withDescendants)
  const deepest = doomed.reduce((most, { level }) => Math.max(most, level), 0)
  doc.transact((transaction) => {
    for (const { item, level } of doomed) if (level > deepest - LEVELS_AT_ONCE) item.delete(transaction)
  })
  return { found, isDone: deepest < LEVELS_AT_ONCE }
}

interface Place {
  readonly type: Y.XmlFragment | Y.XmlText
  /** Of the element, or of the one in which a text stands. */
  readonly rule: ElementRule
  readonly depth: number
}

const foreignItems = (doc: Y.Doc): Y.Item[] =>
  [...doc.share].flatMap(([name, type]) => (name === BODY ? [] : [...childrenOf(type), ...valuesOf(type)]))

const offendingItems = (body: Y.XmlFragment): Y.Item[] => {
  const rule = elementRules.get('doc')
  const offending: Y.Item[] = []
  const open: Place[] = rule ? [{ type: body, rule, depth: 0 }] : []
  for (let place = open.pop(); place; place = open.pop()) {
    offending.push(...offendingValues(place))
    if (place.type instanceof Y.XmlText) offending.push(...offendingRuns(place))
    else open.push(...inner(place, offending))
  }
  return offending
}

const offendingValues = ({ type, rule }: Place): Y.Item[] =>
  valuesOf(type).filter((item) => {
    const accepts = type instanceof Y.XmlElement ? rule.attributes.get(item.parentSub ?? '') : undefined
    const value: unknown = item.content.getContent().at(-1)
    return !(item.content instanceof Y.ContentAny) || !accepts || (value !== null && !accepts(value))
  })

const offendingRuns = ({ type, rule }: Place): Y.Item[] => {
  let marks = 0
  return childrenOf(type).filter(({ content }) => {
    if (content instanceof Y.ContentString) return false
    if (!(content instanceof Y.ContentFormat)) return true
    marks += 1
    const isKnown = content.value === null || (rule.marks && isKnownMark(content.key, content.value))
    return !isKnown || marks > MARKS_PER_TEXT
  })
}

/** The places below one; what may not stand there is added to `offending`. */
const inner = ({ type, rule, depth }: Place, offending: Y.Item[]): Place[] => {
  const places: Place[] = []
  for (const item of childrenOf(type)) {
    const child = item.content instanceof Y.ContentType ? item.content.type : null
    const name = child instanceof Y.XmlElement ? child.nodeName : ''
    const own = elementRules.get(name)
    if (depth >= MAX_DEPTH) offending.push(item)
    else if (child instanceof Y.XmlText && rule.text) places.push({ type: child, rule, depth: depth + 1 })
    else if (child instanceof Y.XmlElement && own && rule.children.has(name))
      places.push({ type: child, rule: own, depth: depth + 1 })
    else offending.push(item)
  }
  return places
}

interface Doomed {
  readonly item: Y.Item
  readonly level: number
}

/** Inside first. */
const withDescendants = (item: Y.Item): Doomed[] => {
  const all: Doomed[] = [{ item, level: 0 }]
  for (const { item: outer, level } of all) {
    if (!(outer.content instanceof Y.ContentType)) continue
    const { type } = outer.content
    for (const one of [...childrenOf(type), ...valuesOf(type)]) all.push({ item: one, level: level + 1 })
  }
  return all.toReversed()
}

type Type = Y.ContentType['type']

const childrenOf = (type: Type): Y.Item[] => {
  const items: Y.Item[] = []
  for (let item = type._start; item; item = item.right) if (!item.deleted) items.push(item)
  return items
}

const valuesOf = (type: Type): Y.Item[] => [...type._map.values()].filter((item) => !item.deleted)
