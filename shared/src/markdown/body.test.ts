import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentSchema } from '../document/schema.ts'
import { elementRules } from '../document/structure-rules.ts'
import { anyDocument } from './any-document.ts'
import { readBody, writeBody } from './body.ts'
import { printMarkdown } from './syntax.ts'
import { writeExact } from './write-exact.ts'

/** Other work may hold the machine. */
const PATIENCE = 60_000

const labels = { member: () => 'Ana [Silva]_', page: () => 'A *page*: the `first`' }

test(
  'Whatever a page holds reads back from Markdown as it was.',
  () => {
    fc.assert(
      fc.property(anyDocument, (doc) => {
        doc.check()
        expect(readBody(writeBody(doc.toJSON(), labels)).toJSON()).toEqual(doc.toJSON())
      }),
      { numRuns: 150 },
    )
  },
  PATIENCE,
)

test(
  'The exact form needs no rule for a node, a mark or an attribute.',
  () => {
    fc.assert(
      fc.property(anyDocument, (doc) => {
        const text = printMarkdown({ type: 'root', children: doc.children.map(writeExact) })
        expect(readBody(text).toJSON()).toEqual(doc.toJSON())
      }),
      { numRuns: 150 },
    )
  },
  PATIENCE,
)

test('The schema checks every attribute that a node has, so that none is lost on the way.', () => {
  for (const type of Object.values(documentSchema.nodes)) {
    if (type.isText) continue
    const checked = [...(elementRules.get(type.name)?.attributes.keys() ?? [])]
    const named = (attributes: string[]) => ({ [type.name]: attributes.toSorted() })
    expect(named(checked)).toEqual(named(Object.keys(type.spec.attrs ?? {})))
  }
})
