import type { NodeType, Node as PmNode } from '@tiptap/pm/model'
import { isId } from '../document/attributes.ts'
import type { Labels } from '../document/read-text.ts'
import { elementRules } from '../document/structure-rules.ts'

/** The attributes of a directive: texts, an empty one for a flag. */
export type DirectiveAttributes = Record<string, string>

/** What names the thing itself is written as `#id`. */
const OWN_ID: Readonly<Record<string, string>> = { pageId: 'id', memberId: 'id' }
const keyOf = (name: string): string => OWN_ID[name] ?? name

/** Attributes that name a member: whoever reads the file sees a name beside the id, which alone counts. */
const MEMBERS: ReadonlySet<string> = new Set(['who', 'lead', 'by'])

/** The attributes of a node that are not what they are by default, as texts. */
export const writeAttributes = (node: PmNode, labels: Labels = {}): DirectiveAttributes => {
  const written: DirectiveAttributes = {}
  for (const [name, value] of Object.entries<unknown>(node.attrs)) {
    if (value === defaultOf(node.type, name)) continue
    const known = MEMBERS.has(name) && isId<'member'>(value) ? labels.member?.(value) : undefined
    if (known !== undefined) written[`${name}-name`] = escapeUnseen(known)
    written[keyOf(name)] = textOf(name, value)
  }
  return written
}

/** The attributes that a node of this type takes from a directive: what does not validate is as if it were not there. */
export const readAttributes = (
  type: NodeType,
  written: Readonly<Record<string, string | null | undefined>>,
): Record<string, unknown> => {
  const read: Record<string, unknown> = {}
  for (const [name, accepts] of elementRules.get(type.name)?.attributes ?? []) {
    const text = written[keyOf(name)]
    if (typeof text !== 'string') continue
    const value = readings(unescapeUnseen(text)).find(accepts)
    if (value !== undefined) read[name] = value
    else if (text === 'null') read[name] = null
  }
  return read
}

const defaultOf = (type: NodeType, name: string): unknown => type.spec.attrs?.[name]?.default

const textOf = (name: string, value: unknown): string => {
  if (value === true) return ''
  if (name === 'at' && typeof value === 'number') return instantText(value)
  return escapeUnseen(String(value))
}

/** Years that the form of the calendar writes in four digits. */
const isOrdinary = (at: number): boolean =>
  at >= Date.parse('0000-01-01T00:00:00Z') && at < Date.parse('9999-12-31T23:59:59Z')

const instantText = (at: number): string => (isOrdinary(at) ? new Date(at).toISOString() : String(at))

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

/** What a text may mean; the schema says which of them it is. */
const readings = (text: string): unknown[] => [
  text,
  ...(text === '' ? [true] : []),
  ...(text === 'true' || text === 'false' ? [text === 'true'] : []),
  ...(/^-?\d+$/.test(text) ? [Number(text)] : []),
  ...(INSTANT.test(text) ? [Date.parse(text)] : []),
]

/** Attributes stand on one line and cannot hold every character: those they cannot are written as `%hex;`. */
const UNWRITABLE = /[%\p{Cc}\p{Zl}\p{Zp}\ufffd\ufeff]|\p{Cs}/gu

export const escapeUnseen = (text: string): string =>
  text.replace(UNWRITABLE, (one) => `%${one.charCodeAt(0).toString(16)};`)

export const unescapeUnseen = (text: string): string =>
  text.replace(/%([0-9a-f]{1,4});/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
