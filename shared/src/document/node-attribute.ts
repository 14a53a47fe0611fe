import type { Attribute } from '@tiptap/core'
import type { AttributeValue } from './attributes.ts'

/** What is asked of an element of pasted HTML; this workspace knows no DOM. */
export interface PastedElement {
  getAttribute(name: string): string | null
  readonly firstElementChild: { readonly className: string } | null
}

/** How the value of a data attribute of pasted HTML is read. */
type Parse = (text: string) => AttributeValue

export const textFrom: Parse = (text) => text
export const numberFrom: Parse = (text) => (text.trim() === '' ? Number.NaN : Number(text))
export const flagFrom: Parse = (text) => text === 'true'

/**
 * A validated attribute of a node, kept in HTML (the clipboard) as `dataName`.
 * What does not validate is read as `fallback` and never rendered. ProseMirror checks `validate` when a node comes from
 * JSON; y-tiptap does not, on purpose: there a refused attribute would delete the whole block for everybody.
 */
export const attribute = (
  dataName: string,
  parse: Parse,
  isValid: (value: unknown) => boolean,
  fallback: AttributeValue | null = null,
): Attribute & { name: string } => ({
  name: dataName,
  default: fallback,
  parseHTML: (element: PastedElement) => {
    const text = element.getAttribute(dataName)
    const value = text === null ? fallback : parse(text)
    return isValid(value) ? value : fallback
  },
  renderHTML: (attributes) => {
    const value: unknown = attributes[camelName(dataName)]
    return isValid(value) ? { [dataName]: String(value) } : {}
  },
  validate: (value: unknown) => {
    if (value !== null && !isValid(value)) throw new RangeError(`Invalid ${dataName}`)
  },
})

/** `data-page-id` holds the attribute `pageId`. */
const camelName = (dataName: string): string =>
  dataName.replace(/^data-/, '').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
