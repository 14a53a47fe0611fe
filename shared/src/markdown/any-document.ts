import { type ContentMatch, Mark, type NodeType, type Node as PmNode } from '@tiptap/pm/model'
import fc from 'fast-check'
import { CAPTURE_KINDS } from '../document/capture-kinds.ts'
import { documentSchema } from '../document/schema.ts'
import { elementRules } from '../document/structure-rules.ts'

/** For tests: values of every form that an attribute may have; the schema's own checks choose among them. */
const values: fc.Arbitrary<unknown>[] = [
  fc.uuid(),
  fc.constantFrom(...CAPTURE_KINDS),
  fc.constantFrom('typescript', 'c++'),
  fc.constantFrom('https://a.b/c?d=%20e', 'mailto:a@b.c', '/pages/1'),
  fc
    .date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  fc.boolean(),
  fc.integer({ min: 1, max: 3 }),
  fc.integer({ min: 0, max: 600 }),
  fc.maxSafeInteger(),
  fc.string({ unit: 'binary', maxLength: 12 }),
]

const accepted = (accepts: (value: unknown) => boolean): fc.Arbitrary<unknown> => {
  const fitting = values.filter((value) => fc.sample(value, { numRuns: 20, seed: 1 }).some(accepts))
  if (fitting.length === 0) throw new Error('No value that is tried here passes the check of the schema.')
  return fc.oneof(...fitting).filter(accepts)
}

const attributes = new Map(
  [...elementRules].map(([name, { attributes: checks }]) => [
    name,
    [...checks].map(([key, accepts]) => {
      const value = accepted(accepts)
      return { key, value: () => value }
    }),
  ]),
)

const someText = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }),
  fc
    .array(
      fc.constantFrom(
        '*',
        '_',
        '~',
        '`',
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '!',
        '#',
        '-',
        '+',
        '1.',
        ':',
        '|',
        '\\',
        '&',
        '$',
        '"',
        '{',
        '}',

        ' ',
        '  ',
        '\t',
        '\n',
        'a',
        'word',
        'https://a.b',
        'a@b.cd',
        '<br>',
        '<!-- -->',
        '&amp;',
        '[ ]',
        '---',
        ':::',
        '\ud800',
        '\0',
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((parts) => parts.join('')),
)

const texts = () => someText
const addresses = () => fc.constantFrom('https://a.b', '/p/1?a=(b)', 'mailto:a@b.c')

type Draw = fc.GeneratorValue

const attributesOf = (g: Draw, type: NodeType): Record<string, unknown> =>
  Object.fromEntries(
    (attributes.get(type.name) ?? [])
      .filter(() => g(fc.nat, { max: 4 }) > 0)
      .map(({ key, value }) => [key, g(value)]),
  )

const marksOf = (g: Draw, type: NodeType): readonly Mark[] =>
  Object.values(documentSchema.marks)
    .filter((mark) => type.allowsMarkType(mark) && g(fc.nat, { max: 5 }) === 0)
    .reduce<readonly Mark[]>((set, mark) => mark.create({ href: g(addresses) }).addToSet(set), Mark.none)

const inlineOf = (g: Draw, parent: NodeType, type: NodeType): PmNode =>
  type.isText
    ? documentSchema.text(g(texts), marksOf(g, parent))
    : type.create(attributesOf(g, type), [], marksOf(g, parent))

const nextTypes = (match: ContentMatch, deep: boolean): NodeType[] => {
  const types = Array.from({ length: match.edgeCount }, (_, index) => match.edge(index).type)
  const flat = types.filter((type) => type.inlineContent || type.isLeaf)
  return deep && flat.length > 0 ? flat : types
}

const pick = (g: Draw, types: readonly NodeType[]): NodeType =>
  types[g(fc.nat, { max: types.length - 1 })] as NodeType

/** A node that the schema allows, of any type, with anything in it. */
const nodeOf = (g: Draw, type: NodeType, depth: number): PmNode => {
  const children: PmNode[] = []
  let match = type.contentMatch
  const count = g(fc.nat, { max: depth === 0 ? 4 : 2 })
  while (match.edgeCount > 0 && (children.length < count || !match.validEnd)) {
    const next = pick(g, nextTypes(match, depth > 4))
    children.push(next.isInline ? inlineOf(g, type, next) : nodeOf(g, next, depth + 1))
    match = match.matchType(next) ?? match
  }
  return type.create(attributesOf(g, type), joined(children))
}

/** Neighbouring text with the same marks is one text. */
const joined = (children: readonly PmNode[]): PmNode[] => {
  const result: PmNode[] = []
  for (const child of children) {
    const last = result.at(-1)
    if (last?.isText && child.isText && Mark.sameSet(last.marks, child.marks))
      result[result.length - 1] = documentSchema.text(`${last.text}${child.text}`, child.marks)
    else result.push(child)
  }
  return result
}

/** Every document that the schema allows, as far as chance goes. */
export const anyDocument: fc.Arbitrary<PmNode> = fc.gen().map((g) => nodeOf(g, documentSchema.topNodeType, 0))
