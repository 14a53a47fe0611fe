import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { toProseMirrorJson } from '../document/to-prosemirror-json.ts'
import { appendBlocks } from '../document/write-document.ts'
import { readFile, writeFile } from './file.ts'
import { fileNameOf } from './file-name.ts'
import { blockIdsIn, withNewIds } from './new-ids.ts'

const id = (number: number) => `00000000-0000-4000-8000-00000000000${number}` as never

const notes = () => {
  const doc = new Y.Doc()
  appendBlocks(doc, [
    { type: 'segment', id: id(1), line: 'Walk the code', minutes: 20, lead: id(7) },
    {
      type: 'paragraph',
      line: ['We followed ', { text: 'push()', marks: ['code'] }, ' first, see ', { pageId: id(3) }, '.'],
    },
    { type: 'bullets', items: ['One', [{ text: 'Two', marks: ['bold'] }, ' of them']] },
    { type: 'tasks', items: [{ done: true, line: 'Read it' }] },
    { type: 'code', text: 'ctx.push()\nctx.pop()', language: 'python' },
    {
      type: 'capture',
      id: id(2),
      kind: 'decision',
      line: 'We read one version.',
      at: Date.UTC(2026, 10, 19, 17, 17),
    },
    {
      type: 'capture',
      id: id(4),
      kind: 'next',
      line: 'Write the map',
      at: 0,
      who: id(7),
      due: '2026-11-24',
      done: true,
    },
    { type: 'paragraph', line: '' },
    { type: 'carryOver' },
  ])
  return toProseMirrorJson(doc)
}

const labels = { member: () => 'Ana Silva', page: () => 'Reading code' }
const head = { title: 'Flask: one request', meeting: 14, 'in the room': ['Thiago', 'Hana'] }

test('A file is pleasant to read, and names what its ids mean.', () => {
  expect(writeFile(head, notes(), labels)).toMatchInlineSnapshot(`
    "---
    title: "Flask: one request"
    meeting: 14
    in the room:
      - Thiago
      - Hana
    rondo: 1
    ---

    # Flask: one request

    ## Walk the code :segment{#00000000-0000-4000-8000-000000000001 minutes=20 lead-name="Ana Silva" lead=00000000-0000-4000-8000-000000000007}

    We followed \`push()\` first, see :page[Reading code]{#00000000-0000-4000-8000-000000000003}.

    - One
    - **Two** of them

    * [x] Read it

    \`\`\`python
    ctx.push()
    ctx.pop()
    \`\`\`

    :::decision{#00000000-0000-4000-8000-000000000002 at=2026-11-19T17:17:00.000Z}
    We read one version.
    :::

    :::next{#00000000-0000-4000-8000-000000000004 at=1970-01-01T00:00:00.000Z who-name="Ana Silva" who=00000000-0000-4000-8000-000000000007 due=2026-11-24 done}
    Write the map
    :::

    <!-- -->

    ::carry-over
    "
  `)
})

test('A file that was written reads back: its title and all of its text.', () => {
  const read = readFile(writeFile(head, notes(), labels))
  expect(read.title).toBe(head.title)
  expect(writeFile(head, read.body, labels)).toBe(writeFile(head, notes(), labels))
  expect(blockIdsIn(read.body)).toEqual([1, 2, 4].map((number) => id(number)))
})

test.each([
  ['# Title\n\ntext', 'Title', 1],
  ['---\ntitle: "In the head"\n---\n\ntext', 'In the head', 1],
  ['---\ntitle: Same\ntags: [a]\n---\n# Same\n\ntext', 'Same', 2],
  ['text\n\n# Later', undefined, 2],
  ['', undefined, 1],
  ['---\n: [ broken\n---\n\ntext', undefined, 2],
])('The title of %j is %j.', (text, title, blocks) => {
  const read = readFile(text)
  expect([read.title, read.body.content?.length]).toEqual([title, blocks])
})

test('What is no Markdown of ours stays as words, and nothing of it can run.', () => {
  const { body } = readFile(
    'See [this](javascript:alert(1)), <script>alert(2)</script> and std::fmt or 10:30 or a:b.\n\n<div onclick="x">\nraw\n</div>\n\n:::warning\nMind the gap.\n:::\n\n![alt](https://a.b/c.png) a note[^1]\n\n[^1]: The note.\n',
  )
  const text = JSON.stringify(body)
  expect(text).not.toContain('javascript:')
  for (const words of [
    'this',
    '<script>alert(2)</script>',
    'std::fmt',
    '10:30',
    'a:b.',
    'onclick',
    'warning',
    'Mind the gap.',
    'alt',
    '[^1]',
    'The note.',
  ])
    expect(text).toContain(JSON.stringify(words).slice(1, -1))
})

test('Ids that are taken, and the second of two alike, are replaced.', () => {
  const body = notes()
  const twice = { ...body, content: [...(body.content ?? []), ...(body.content ?? [])] }
  let count = 10
  const renewed = withNewIds(twice, new Set([id(2)]), () => `new ${count++}`)
  expect(renewed.content?.map(({ attrs }) => attrs?.['id']).filter(Boolean)).toEqual([
    id(1),
    'new 10',
    id(4),
    'new 11',
    'new 12',
    'new 13',
  ])
})

test.each([
  ['Flask: one request, start to end', '2026-11-19', '2026-11-19-Flask-one-request-start-to-end.md'],
  ['../../etc/passwd', undefined, 'etc-passwd.md'],
  ['…', undefined, 'page.md'],
  ['Über Größe', undefined, 'Über-Größe.md'],
])('The file of %j is called so that every disk takes it.', (title, day, name) => {
  expect(fileNameOf(title, day)).toBe(name)
})
