import type * as Y from 'yjs'
import type { AttributeValue } from './attributes.ts'

/** Yjs types attributes as strings; it stores any JSON value, and y-tiptap writes numbers and booleans as they are. */
export const writeAttribute = (element: Y.XmlElement, name: string, value: AttributeValue): void =>
  (element as Y.XmlElement<Record<string, AttributeValue>>).setAttribute(name, value)

export const readAttribute = (element: Y.XmlElement, name: string): unknown =>
  (element as Y.XmlElement<Record<string, AttributeValue>>).getAttribute(name)
