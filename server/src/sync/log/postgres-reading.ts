import type pg from 'pg'
import { crcOf, isIntact, type StoredEntry } from './checksum.ts'
import type { News, Snapshot, StoredDocument, WrittenEntry } from './document-log.ts'

type Row = { readonly key: number; readonly seq: number; readonly generation: number }
type Author = { readonly clientId: number; readonly accountId: string; readonly seq: number }

const find = async (client: pg.ClientBase, documentId: string): Promise<Row | undefined> =>
  (await client.query<Row>('select key, seq, generation from document where id = $1', [documentId])).rows[0]

const snapshotBefore = async (
  client: pg.ClientBase,
  key: number,
  before: number,
): Promise<Snapshot | null> => {
  const { rows } = await client.query<Snapshot>(
    `select seq, at, sha256, yjs_version as "yjsVersion", bytes as state from snapshot
     where document = $1 and seq < $2 order by seq desc limit 1`,
    [key, before],
  )
  return rows[0] ?? null
}

const authorsAfter = async (client: pg.ClientBase, key: number, seq: number): Promise<Author[]> => {
  const { rows } = await client.query<Author>(
    `select client_id as "clientId", account_id as "accountId", seq from author
     where document = $1 and seq > $2`,
    [key, seq],
  )
  return rows
}

const everyAuthor = -1

const asMap = (authors: readonly Author[]): Map<number, string> =>
  new Map(authors.map(({ clientId, accountId }) => [clientId, accountId]))

const entriesAfter = async (
  client: pg.ClientBase,
  key: number,
  seq: number,
): Promise<(StoredEntry & { readonly accountId: string })[]> => {
  const { rows } = await client.query<StoredEntry & { readonly accountId: string }>(
    `select seq, bytes as "update", crc, account_id as "accountId" from entry
     where document = $1 and seq > $2 order by seq`,
    [key, seq],
  )
  return rows
}

/** A document as it is stored. */
export const load = async (
  client: pg.ClientBase,
  documentId: string,
  before: number,
): Promise<StoredDocument | null> => {
  const row = await find(client, documentId)
  if (row === undefined) return null
  const { key, seq, generation } = row
  const snapshot = await snapshotBefore(client, key, before)
  const entries = await entriesAfter(client, key, snapshot?.seq ?? 0)
  const authors = await authorsAfter(client, key, everyAuthor)
  const erased = await client.query<{ id: number }>(
    'select client_id as id from erased_client where document = $1',
    [key],
  )
  return {
    seq,
    generation,
    snapshot,
    tail: entries.map(({ update }) => update),
    authors: asMap(authors),
    erased: new Set(erased.rows.map(({ id }) => id)),
    intact: isIntact(seq, snapshot, entries),
  }
}

/** What came after an entry. */
export const since = async (
  client: pg.ClientBase,
  documentId: string,
  after: number,
): Promise<News | null> => {
  const row = await find(client, documentId)
  if (row === undefined) return null
  const { key, seq, generation } = row
  if (seq <= after) return { seq, generation, entries: [] }
  const entries = await entriesAfter(client, key, after)
  const whole = entries.every(
    (entry, i) => entry.seq === after + 1 + i && crcOf(entry.update) === (entry.crc ?? crcOf(entry.update)),
  )
  if (!whole || after + entries.length !== seq) return { seq, generation, entries: null }
  const authors = await authorsAfter(client, key, after)
  return { seq, generation, entries: entries.map((entry) => written(entry, authors)) }
}

const written = (
  { seq, update, accountId }: StoredEntry & { readonly accountId: string },
  authors: readonly Author[],
): WrittenEntry => ({
  seq,
  update,
  accountId,
  newClients: authors.filter((author) => author.seq === seq).map(({ clientId }) => clientId),
})

/** Who owns which client id. */
export const authors = async (client: pg.ClientBase, documentId: string): Promise<Map<number, string>> => {
  const row = await find(client, documentId)
  return row === undefined ? new Map() : asMap(await authorsAfter(client, row.key, everyAuthor))
}
