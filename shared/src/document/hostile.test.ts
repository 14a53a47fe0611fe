import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { cleanAddress, isAllowedUri } from './address.ts'
import { hostileAddresses } from './hostile-addresses.ts'
import { readCaptures } from './read-captures.ts'
import { readImages } from './read-images.ts'
import { readLinks, readMentions } from './read-references.ts'
import { readOutline, readSegments } from './read-segments.ts'
import { readText } from './read-text.ts'
import { repairStructure } from './repair-structure.ts'
import { BODY, documentSchema } from './schema.ts'
import { toProseMirrorJson } from './to-prosemirror-json.ts'
import { isDestructive, validateStructure } from './validate-structure.ts'
import { appendBlocks } from './write-document.ts'

/** Every runtime has it; this workspace's types know no runtime. */
declare const URL: new (text: string, base: string) => { protocol: string; host: string }

const element = (name: string, attributes: object = {}, children: (Y.XmlElement | Y.XmlText)[] = []) => {
  const made = new Y.XmlElement<Record<string, never>>(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as never)
  made.insert(0, children)
  return made as unknown as Y.XmlElement
}

const text = (insert: unknown, attributes: object = {}) => {
  const made = new Y.XmlText()
  made.applyDelta([{ insert, attributes }])
  return made
}

const holding = (...children: unknown[]) => {
  const doc = new Y.Doc()
  appendBlocks(doc, [{ type: 'paragraph', line: 'honest' }])
  const body = doc.getXmlFragment(BODY)
  body.insert(body.length, children as Y.XmlElement[])
  return doc
}

const raw = (...values: unknown[]) => {
  const doc = new Y.Doc()
  appendBlocks(doc, [{ type: 'paragraph', line: 'honest' }])
  doc.transact((transaction) => {
    const parent = doc.getXmlFragment(BODY)
    // What a hostile client can put on the wire, and no Yjs method of a fragment would.
    Y.Array.prototype.insert.call(parent, parent.length, values)
    void transaction
  })
  return doc
}

const deep = (levels: number) => {
  const doc = holding()
  let parent: Y.XmlFragment = doc.getXmlFragment(BODY)
  for (let level = 0; level < levels; level++) {
    const child = new Y.XmlElement('blockquote')
    parent.insert(parent.length, [child])
    parent = child
  }
  return doc
}

const foreignRoot = () => {
  const doc = holding()
  doc.getMap('hidden').set('a', 1)
  return doc
}

const marked = (runs: number) => {
  const paragraph = new Y.XmlElement('paragraph')
  const bold = Array.from({ length: runs / 2 }, (_, run) => ({
    insert: 'x',
    attributes: run % 2 ? { bold: {} } : {},
  }))
  const made = new Y.XmlText()
  made.applyDelta([...bold, ...bold])
  paragraph.insert(0, [made])
  return paragraph
}

const image = (attributes: object, children: Y.XmlText[] = []) =>
  element(
    'image',
    { fileId: '00000000-0000-4000-8000-000000000001', decorative: false, width: 4, height: 3, ...attributes },
    children,
  )

const link = (href: unknown) => element('paragraph', {}, [text('x', { link: { href } })])
const shapes: [string, () => Y.Doc, string | undefined][] = [
  ['a map as a child', () => raw(new Y.Map()), 'not-an-element'],
  ['a string as a child', () => raw('text'), 'not-an-element'],
  ['a number as a child', () => raw(7), 'not-an-element'],
  ['a sub-document as a child', () => raw(new Y.Doc()), 'not-an-element'],
  ['bytes as a child', () => raw(new Uint8Array(3)), 'not-an-element'],
  ['text outside of any block', () => raw(new Y.XmlText('x')), 'misplaced'],
  ['3,000 quotes in each other', () => deep(3000), 'too-deep'],
  ['one quote too many', () => deep(33), 'too-deep'],
  ['an unknown block', () => holding(element('script')), 'unknown-element'],
  ['a whole document inside the document', () => holding(element('doc')), 'unknown-element'],
  ['a block called like a method', () => holding(element('constructor')), 'unknown-element'],
  ['a block inside a line', () => holding(element('paragraph', {}, [element('paragraph')])), 'misplaced'],
  ['a list item outside of a list', () => holding(element('listItem')), 'misplaced'],
  ['an attribute nobody knows', () => holding(element('paragraph', { onclick: 'x()' })), 'attribute'],
  ['a style', () => holding(element('heading', { level: 1, style: 'x' })), 'attribute'],
  [
    '__proto__ as an attribute',
    () => holding(element('paragraph', JSON.parse('{"__proto__":"x"}'))),
    'attribute',
  ],
  [
    '__proto__ as a mark',
    () => holding(element('paragraph', {}, [text('x', JSON.parse('{"__proto__":{"bold":{}}}'))])),
    'mark',
  ],
  ['an object as an attribute', () => holding(element('heading', { level: { a: 1 } })), 'attribute'],
  ['a list as an attribute', () => holding(element('capture', { id: ['x'] })), 'attribute'],
  ['a kind nobody knows', () => holding(element('capture', { kind: 'rant' })), 'attribute'],
  ['minutes beyond 600', () => holding(element('segment', { minutes: 601 })), 'attribute'],
  [
    'a reason as long as an essay',
    () => holding(element('capture', { dropped: 'x'.repeat(281) })),
    'attribute',
  ],
  ['a reason of two lines', () => holding(element('capture', { dropped: 'not\nours' })), 'attribute'],
  ['30 February', () => holding(element('capture', { due: '2026-02-30' })), 'attribute'],
  ['an image with an address', () => holding(image({ src: 'https://evil.example/a.png' })), 'attribute'],
  ['an image that runs something', () => holding(image({ onerror: 'alert(1)' })), 'attribute'],
  ['an image of no file', () => holding(image({ fileId: 'data:image/svg+xml,<svg/>' })), 'attribute'],
  ['a file by a path', () => holding(image({ fileId: '../../etc/passwd' })), 'attribute'],
  ['an image as wide as the sky', () => holding(image({ width: 1e9 })), 'attribute'],
  ['an image of half a pixel', () => holding(image({ height: 0.5 })), 'attribute'],
  ['a width in words', () => holding(image({ width: '100%' })), 'attribute'],
  ['a description that never ends', () => holding(image({ alt: 'a'.repeat(501) })), 'attribute'],
  ['a description that turns around', () => holding(image({ alt: 'gpj.\u202Efdp' })), 'attribute'],
  ['a description that is empty', () => holding(image({ alt: ' ' })), 'attribute'],
  ['an image that holds a text', () => holding(image({}, [text('x')])), 'misplaced'],
  ['an image inside a line', () => holding(element('paragraph', {}, [image({})])), 'misplaced'],
  ['an image that nobody described', () => holding(image({})), undefined],
  ['a mark nobody knows', () => holding(element('paragraph', {}, [text('x', { textStyle: {} })])), 'mark'],
  [
    'a colour on a mark',
    () => holding(element('paragraph', {}, [text('x', { bold: { color: 'red' } })])),
    'mark-value',
  ],
  ['a link to a script', () => holding(link('javascript:alert(1)')), 'mark-value'],
  [
    'a link with an event',
    () => holding(element('paragraph', {}, [text('x', { link: { href: '/a', onclick: 'x' } })])),
    'mark-value',
  ],
  ['marks inside code', () => holding(element('codeBlock', {}, [text('x', { bold: {} })])), 'mark'],
  ['more marks than a text may carry', () => holding(marked(12_000)), 'too-many-marks'],
  ['an embedded object', () => holding(element('paragraph', {}, [text({ image: 'x' })])), 'embed'],
  ['another root', foreignRoot, 'unknown-root'],
  ['an emptied list, which two honest people can make', () => holding(element('bulletList')), undefined],
  ['bold text', () => holding(element('paragraph', {}, [text('x', { bold: {} })])), undefined],
  ['32 quotes in each other', () => deep(32), undefined],
]

describe('a document holding something hostile', () => {
  test.each(shapes)('is read without a fault and reported: %s', (_title, make, reason) => {
    const doc = make()
    expect(readText(doc)).toContain('honest')
    for (const read of [readImages, readCaptures, readSegments, readLinks, readMentions, readOutline])
      read(doc)
    expect(toProseMirrorJson(doc).content?.[0]).toEqual({
      type: 'paragraph',
      attrs: {},
      content: [{ type: 'text', text: 'honest' }],
    })
    expect(validateStructure(doc).map((violation) => violation.reason)).toEqual(reason ? [reason] : [])
  })

  test.each(shapes)('is mended by taking out what offends and nothing else: %s', (_title, make, reason) => {
    const doc = make()
    const follower = new Y.Doc()
    Y.applyUpdate(follower, Y.encodeStateAsUpdate(doc))
    doc.on('update', (update: Uint8Array) => Y.applyUpdate(follower, update))
    const before = Y.encodeStateAsUpdate(doc)
    for (let isDone = false; !isDone; ) ({ isDone } = repairStructure(doc))
    for (const one of [doc, follower]) {
      expect(readText(one)).toContain('honest')
      expect(validateStructure(one)).toEqual([])
    }
    if (reason === undefined) expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
    expect(repairStructure(doc)).toEqual({ found: [], isDone: true })
    const fresh = new Y.Doc()
    Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc))
    expect(readText(fresh)).toBe(readText(doc))
  })

  test('is reported with the place of what offends', () => {
    const doc = holding(element('bulletList', {}, [element('listItem', {}, [element('iframe')])]))
    expect(validateStructure(doc)).toEqual([{ reason: 'unknown-element', path: [1, 0, 0], name: 'iframe' }])
  })

  test('is shown in an editor only if opening it would delete nothing', () => {
    expect(validateStructure(holding(link('javascript:1'))).some(isDestructive)).toBe(false)
    expect(validateStructure(holding(element('segment', { minutes: 601 }))).some(isDestructive)).toBe(false)
    expect(validateStructure(holding(element('iframe'))).some(isDestructive)).toBe(true)
  })

  test('is given up after a hundred findings', () => {
    const doc = holding(...Array.from({ length: 500 }, () => element('script')))
    expect(validateStructure(doc)).toHaveLength(100)
  })
})

describe('an address', () => {
  const good = [
    'http://a.b',
    'https://a.b/c?d#e',
    'HTTPS://A.B',
    'mailto:a@b.c',
    '/d/1',
    '/',
    ' https://a.b\n',
  ]
  const bad = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\u0000script:alert(1)',
    'java\u200bscript:1',
    '\u0001javascript:1',
    'vbscript:x',
    'data:text/html,x',
    'file:///etc/passwd',
    'blob:https://a',
    'ftp://a',
    'tel:1',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '\\\\evil',
    'http:evil',
    'https:/\\evil',
    'https://',
    'mailto:',
    'a.b',
    '#a',
    '',
    './a',
    '&#106;avascript:1',
    'https&colon;//a',
    'jav&#x09;ascript:1',
    `https://${'a'.repeat(3000)}`,
  ]
  test.each(good)('may be a link: %j', (address) => expect(isAllowedUri(address)).toBe(true))
  test('T17 may be none of well over a hundred that have been tried elsewhere', () => {
    expect(hostileAddresses.length).toBeGreaterThan(120)
    expect(hostileAddresses.filter(isAllowedUri)).toEqual([])
    // A filter that only looks how an address begins is fooled by many of them.
    const isNaivelyAllowed = (address: string) => !/^(javascript|vbscript|data):/.test(address)
    expect(hostileAddresses.filter(isNaivelyAllowed).length).toBeGreaterThan(60)
  })
  test.each(bad)('may not be a link: %j', (address) => expect(isAllowedUri(address)).toBe(false))
  test.each([[undefined], [null], [1], [{}], [['/a']]])('is text and nothing else: %j', (value) =>
    expect(isAllowedUri(value)).toBe(false),
  )

  test('that passes leads a browser to http, https or mailto, whatever it was made of', () => {
    const parts = fc.constantFrom(
      'java',
      'script',
      ':',
      '/',
      '\\',
      'http',
      's',
      'data',
      '\t',
      '\u0000',
      '@',
      'a.b',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 9 }), (pieces) => {
        const address = cleanAddress(pieces.join('')) ?? '/refused'
        const url = new URL(address, 'https://here.example')
        expect(['http:', 'https:', 'mailto:']).toContain(url.protocol)
        expect(address.startsWith('/') ? url.host : 'here.example').toBe('here.example')
      }),
      { numRuns: 3000 },
    )
  })
})

test('the schema knows no attribute that carries style, class or colour', () => {
  const types = [...Object.values(documentSchema.nodes), ...Object.values(documentSchema.marks)]
  const names = types.flatMap((type) =>
    Object.keys(type.spec.attrs ?? {}).map((name) => `${type.name}.${name}`),
  )
  const suspicious = names.filter((name) => /style|class|colou?r|width|align|src|\.on/.test(name))
  // The size of a picture is a number of pixels, and nothing else (see above).
  expect(suspicious).toEqual(['image.width'])
})
