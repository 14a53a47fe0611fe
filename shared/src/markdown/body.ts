/**
 * The text of a page as Markdown and back, without loss.
 *
 * 1. What is written reads back as what it was: this is looked at each time, not hoped for.
 * 2. A block for which Markdown's own form would say something else is written as directives by the names of our schema.
 * 3. Every node, mark and attribute of the schema has that second form, without a rule of its own.
 */
import type { JSONContent } from '@tiptap/core'
import type { Node as PmNode } from '@tiptap/pm/model'
import type { RootContent } from 'mdast'
import type { Labels } from '../document/read-text.ts'
import { documentSchema } from '../document/schema.ts'
import { fitted, limitDepth } from './fit.ts'
import { readBlocks } from './read-blocks.ts'
import { readingOf } from './reading.ts'
import { parseMarkdown, printMarkdown } from './syntax.ts'
import { writeBlock } from './write-blocks.ts'
import { writeExact } from './write-exact.ts'

/** ProseMirror JSON of our schema as Markdown. @throws RangeError when the schema does not know it */
export const writeBody = (body: JSONContent, labels: Labels = {}): string => {
  const { children } = documentSchema.nodeFromJSON(body)
  const byHand = (node: PmNode): RootContent => writeBlock(node, labels)
  const text = print(children.map(byHand))
  if (says(text, children)) return text
  const mixed = print(
    children.map((node) => (says(print([byHand(node)]), [node]) ? byHand(node) : writeExact(node))),
  )
  return says(mixed, children) ? mixed : print(children.map(writeExact))
}

/** What Markdown says as a document of our schema; whatever it says, a document comes of it. */
export const readBody = (text: string): PmNode => {
  const root = parseMarkdown(text)
  return documentOf(root.children, text)
}

export const documentOf = (nodes: readonly RootContent[], source: string): PmNode => {
  const root = { type: 'root' as const, children: [...nodes] }
  const doc = fitted(documentSchema.topNodeType, {}, readBlocks(nodes, readingOf(source, root)))
  return limitDepth(doc)[0] ?? doc
}

const print = (children: RootContent[]): string => printMarkdown({ type: 'root', children })

const says = (text: string, children: readonly PmNode[]): boolean => {
  try {
    return readBody(text).eq(documentSchema.topNodeType.create(null, [...children]))
  } catch {
    return false
  }
}
