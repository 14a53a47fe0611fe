import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { readText } from '@rondo/shared/document/read-text.ts'
import { validateStructure } from '@rondo/shared/document/validate-structure.ts'
import { repairDocument } from '@rondo/shared/page/contract.ts'
import { closeCode } from '@rondo/shared/wire/close-code.ts'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { openDocument, whenDocument } from '../world/document-client.ts'
import { knock } from '../world/raw-socket.ts'
import { deepBlocks, numbers, paragraph, written } from './frames.ts'
import { furnish, type House, pageIn } from './house.ts'

let house: House

beforeAll(async () => {
  house = await furnish()
})
afterAll(() => house.rondo.dispose())

/** Writes updates straight into the stopped server's log, as a defect of the guard, or a thief of the disk, would have. */
const plant = async (planted: ReadonlyMap<string, Uint8Array>): Promise<void> => {
  const { rondo } = house
  await rondo.stop()
  const database = new DatabaseSync(join(rondo.dataDir, 'documents.sqlite'))
  const move = database.prepare('update document set seq = seq + 1 where id = ? returning key, seq')
  const append = database.prepare(
    "insert into entry (document, seq, account_id, at, bytes) values (?, ?, 'server', 0, ?)",
  )
  for (const [documentId, update] of planted) {
    const row = move.get(documentId)
    append.run(Number(row?.['key']), Number(row?.['seq']), update)
  }
  database.close()
  await rondo.start()
}

const honest = (body: Y.XmlFragment): void => body.push([paragraph('what was there')])
const bad: readonly ((body: Y.XmlFragment, doc: Y.Doc) => void)[] = [
  (body) => body.push([new Y.Map() as never]),
  (body) => Y.Array.prototype.insert.call(body, 0, ['text', 7] as never),
  (body) => body.push([new Y.XmlElement('script'), new Y.XmlText('bare') as never]),
  (_, doc) => doc.getMap('beside').set('a', new Y.Map()),
  deepBlocks,
]

it('T17 STR-2 a document that was stored broken is mended within two seconds of the start, and the rest of it stays', async () => {
  const { owner, open } = house
  const shapes = await Promise.all(
    bad.map(async (write) => [await pageIn(owner, open.circleId), write] as const),
  )
  await plant(
    new Map(
      shapes.map(([documentId, write]) => [
        documentId,
        written((body, doc) => {
          honest(body)
          write(body, doc)
        }),
      ]),
    ),
  )
  for (const [documentId] of shapes) {
    const client = openDocument(owner, documentId)
    await client.synced
    await whenDocument(client.doc, () => validateStructure(client.doc).length === 0)
    expect(readText(client.doc)).toBe('what was there')
    expect(await owner.ask(repairDocument, { params: { documentId } })).toEqual({
      found: 0,
    })
    client.close()
  }
  expect(house.rondo.printed()).toContain('a document was repaired')
})

const poison: readonly Uint8Array[] = [
  Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255),
  new Uint8Array(0),
  numbers(30_000_000, 1, 1, 0),
  numbers(2 ** 40, 1, 1, 0),
  numbers(1, 4_000_000_000, 1, 0),
  numbers(0, 100_000_000, 1, 1),
  Buffer.from('<html>this is no update</html>'),
  written(honest).slice(0, -3),
  written((body) => Y.Array.prototype.insert.call(body, 0, [new Y.Doc()] as never)),
  Uint8Array.from({ length: 1_000 }, (_, i) => (i * 31 + 7) % 256),
]

it('T27 LIF-4 ten documents whose log is poison are closed with 4522, and the server serves all the others', async () => {
  const { owner, open } = house
  const ids = await Promise.all(poison.map(() => pageIn(owner, open.circleId)))
  await plant(new Map(ids.map((id, i) => [id, poison[i] ?? new Uint8Array()])))
  for (const [i, id] of ids.entries()) {
    const fate = await knock(owner, id).fate
    expect({ poison: i, fate }).toEqual({
      poison: i,
      fate: { code: closeCode.unavailable, documentBytes: 0 },
    })
  }
  const others = [openDocument(owner, open.documentId), openDocument(owner, open.documentId)]
  await Promise.all(others.map(({ synced }) => synced))
  others[0]?.doc.getXmlFragment('body').push([paragraph('we are fine')])
  await vi.waitFor(() => expect(others[1]?.doc.getXmlFragment('body').toString()).toContain('we are fine'))
  expect(house.rondo.residentBytes()).toBeLessThan(400 * 2 ** 20)
  for (const client of others) client.close()
})
