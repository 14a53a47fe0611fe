import * as Y from 'yjs'
import { BODY, MAX_DEPTH } from './schema.ts'
import { type ElementRule, elementRules, isKnownMark, isMarkName, MARKS_PER_TEXT } from './structure-rules.ts'

export type ViolationReason =
  | 'unknown-root'
  | 'not-an-element'
  | 'unknown-element'
  | 'misplaced'
  | 'attribute'
  | 'mark'
  | 'mark-value'
  | 'too-many-marks'
  | 'embed'
  | 'too-deep'

/** What an honest editor would never write. `path` is the child index at each level below the body, as it stands now. */
export interface Violation {
  readonly reason: ViolationReason
  readonly path: readonly number[]
  /** The name that offends: an element, `element.attribute`, a mark or a root. */
  readonly name: string
}

const HARMLESS: ReadonlySet<ViolationReason> = new Set(['unknown-root', 'attribute', 'mark-value'])

/** Whether an editor that opens the document would fail on this, or delete it for everybody. The others are only never shown. */
export const isDestructive = (violation: Violation): boolean => !HARMLESS.has(violation.reason)

interface Place {
  readonly node: unknown
  readonly parent: ElementRule
  readonly path: readonly number[]
}

const ENOUGH = 100

/**
 * Everything in the document that an editor would choke on, run, or delete for everybody. Content that merely breaks a
 * content rule (an emptied list) is left alone: two honest people can make it together, and the editor mends it.
 * Stops after 100 violations; never throws, however the document is shaped.
 */
export const validateStructure = (doc: Y.Doc): Violation[] => [
  ...foreignRoots(doc),
  ...violationsUnder(doc.getXmlFragment(BODY)),
]

const foreignRoots = (doc: Y.Doc): Violation[] =>
  [...doc.share]
    .filter(([name, type]) => name !== BODY && holdsAnything(type))
    .map(([name]) => ({ reason: 'unknown-root', path: [], name: name.slice(0, 64) }))

/** A root cannot be deleted, only emptied. */
const holdsAnything = (type: Y.ContentType['type']): boolean => {
  for (let item = type._start; item; item = item.right) if (!item.deleted) return true
  return [...type._map.values()].some((item) => !item.deleted)
}

/** The violations among the descendants of one fragment or element, or of those children of it that `among` chooses. */
export const violationsUnder = (
  root: Y.XmlFragment,
  among: (child: unknown) => boolean = () => true,
): Violation[] => {
  const found: Violation[] = []
  const rule = elementRules.get(root instanceof Y.XmlElement ? root.nodeName : 'doc')
  const open: Place[] = rule ? places(root, rule, []).filter(({ node }) => among(node)) : []
  for (let place = open.pop(); place && found.length < ENOUGH; place = open.pop()) {
    open.push(...inspect(place, found))
  }
  return found
}

const places = (parent: Y.XmlFragment, rule: ElementRule, path: readonly number[]): Place[] =>
  parent
    .toArray()
    .map((node: unknown, index) => ({ node, parent: rule, path: [...path, index] }))
    .toReversed()

const inspect = ({ node, parent, path }: Place, found: Violation[]): Place[] => {
  const report = (reason: ViolationReason, name: string) =>
    void found.push({ reason, path, name: name.slice(0, 64) })
  if (path.length > MAX_DEPTH) report('too-deep', 'depth')
  else if (node instanceof Y.XmlText) inspectText(node, parent, report)
  else if (node instanceof Y.XmlElement) return inspectElement(node, parent, path, report)
  else report('not-an-element', typeof node)
  return []
}

type Report = (reason: ViolationReason, name: string) => void

const inspectElement = (
  element: Y.XmlElement,
  parent: ElementRule,
  path: readonly number[],
  report: Report,
): Place[] => {
  const name = element.nodeName
  const rule = elementRules.get(name)
  if (!rule || name === 'doc') report('unknown-element', name)
  else if (!parent.children.has(name)) report('misplaced', name)
  else {
    for (const [key, value] of entriesOf(element)) {
      const accepts = rule.attributes.get(key)
      if (value instanceof Y.AbstractType) report('embed', `${name}.${key}`)
      else if (!accepts || (value !== null && !accepts(value))) report('attribute', `${name}.${key}`)
    }
    return places(element, rule, path)
  }
  return []
}

/** Walks the items themselves: a delta would hide a mark called `__proto__` and a run that nothing shows. */
const inspectText = (text: Y.XmlText, parent: ElementRule, report: Report): void => {
  if (!parent.text) report('misplaced', 'text')
  for (const [key, value] of entriesOf(text))
    report(value instanceof Y.AbstractType ? 'embed' : 'attribute', `text.${key}`)
  let marks = 0
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || item.content instanceof Y.ContentString) continue
    if (item.content instanceof Y.ContentFormat) {
      marks += 1
      inspectMark(item.content, parent, report)
    } else report('embed', 'embed')
  }
  if (marks > MARKS_PER_TEXT) report('too-many-marks', 'text')
}

const inspectMark = ({ key, value }: Y.ContentFormat, parent: ElementRule, report: Report): void => {
  if (value === null) return
  if (!parent.marks || !isMarkName(key)) report('mark', key)
  else if (!isKnownMark(key, value)) report('mark-value', key)
}

/** The attributes as they are kept: Yjs loses one called `__proto__` when it makes an object of them. */
const entriesOf = (type: Y.XmlElement | Y.XmlText): [string, unknown][] =>
  [...type._map].filter(([, item]) => !item.deleted).map(([key, item]) => [key, item.content.getContent()[0]])
