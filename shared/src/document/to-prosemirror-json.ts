import type { JSONContent } from '@tiptap/core'
import * as Y from 'yjs'
import { BODY, MAX_DEPTH } from './schema.ts'
import { elementRules, isKnownMark } from './structure-rules.ts'

interface Task {
  readonly source: Y.XmlFragment
  readonly target: JSONContent[]
  readonly depth: number
}

/**
 * The document as ProseMirror JSON, for exports and rendering without an editor. Unknown elements, marks and attributes are left out;
 * the result holds only what the schema names, though an emptied container may still be empty.
 */
export const toProseMirrorJson = (doc: Y.Doc): JSONContent => {
  const content: JSONContent[] = []
  fill(content, doc.getXmlFragment(BODY), 1)
  return { type: 'doc', content }
}

/** One element of a document as ProseMirror JSON, in the same form. */
export const elementJson = (element: Y.XmlElement, depth = 1): JSONContent => {
  const content: JSONContent[] = []
  fill(content, element, depth + 1)
  return { type: element.nodeName, attrs: knownAttributes(element), content }
}

const fill = (target: JSONContent[], source: Y.XmlFragment, depth: number): void => {
  const open: Task[] = [{ source, target, depth }]
  for (let task = open.pop(); task; task = open.pop()) open.push(...convert(task))
}

const convert = ({ source, target, depth }: Task): Task[] => {
  if (depth > MAX_DEPTH) return []
  const below: Task[] = []
  for (const child of source.toArray() as unknown[]) {
    if (child instanceof Y.XmlText) target.push(...textNodes(child))
    if (!(child instanceof Y.XmlElement) || !elementRules.has(child.nodeName)) continue
    const content: JSONContent[] = []
    target.push({ type: child.nodeName, attrs: knownAttributes(child), content })
    below.push({ source: child, target: content, depth: depth + 1 })
  }
  return below
}

const knownAttributes = (element: Y.XmlElement): Record<string, unknown> => {
  const checks = elementRules.get(element.nodeName)?.attributes
  const entries = Object.entries<unknown>(element.getAttributes())
  return Object.fromEntries(entries.filter(([key, value]) => checks?.get(key)?.(value)))
}

const textNodes = (text: Y.XmlText): JSONContent[] =>
  (text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]).flatMap((run) => {
    if (typeof run.insert !== 'string' || run.insert === '') return []
    const marks = Object.entries(run.attributes ?? {})
      .filter(([key, value]) => isKnownMark(key, value))
      .map(([key, value]) => ({
        type: key.replace(/--.*/, ''),
        ...(isRecord(value) ? { attrs: value } : {}),
      }))
    return [{ type: 'text', text: run.insert, ...(marks.length > 0 ? { marks } : {}) }]
  })

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
