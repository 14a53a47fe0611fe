/**
 * A batch of edits, written by one of several servers.
 *
 * 1. The rows of its documents are locked, always in the same order, until the commit: the numbers of a document are
 *    given in the order of commits, and nobody waits for each other in a circle.
 * 2. What other servers wrote after what this one knew may stand between, unless it contradicts. Then nothing of that
 *    document is stored, and the others of the batch are.
 */
import type pg from 'pg'
import { crcOf } from './checksum.ts'
import { contradict } from './contradiction.ts'
import type { Append, Entry, Head } from './document-log.ts'

type Row = { readonly key: number; readonly id: string; readonly seq: number; readonly generation: number }

/** An append with the row that it is locked under. */
type Locked = { readonly append: Append; readonly row: Row }

const lock = async (client: pg.ClientBase, batch: readonly Append[]): Promise<Locked[]> => {
  const ids = batch.map(({ documentId }) => documentId)
  const { rows } = await client.query<Row>(
    'select key, id, seq, generation from document where id = any($1) order by id for update',
    [ids],
  )
  const known = new Map(rows.map((row) => [row.id, row]))
  return batch.map((append) => {
    const row = known.get(append.documentId)
    if (row === undefined) throw new Error('No such document in the log.')
    return { append, row }
  })
}

/** For each document what others wrote after what the writer knew. */
const entriesBetween = async (
  client: pg.ClientBase,
  locked: readonly Locked[],
): Promise<ReadonlyMap<number, Uint8Array[]>> => {
  const behind = locked.filter(({ append, row }) => (append.base ?? row.seq) < row.seq)
  const between = new Map<number, Uint8Array[]>(behind.map(({ row }) => [row.key, []]))
  if (behind.length === 0) return between
  const { rows } = await client.query<{ document: number; bytes: Uint8Array }>(
    `select entry.document, entry.bytes from entry
     join unnest($1::bigint[], $2::bigint[]) as asked (document, base)
       on entry.document = asked.document and entry.seq > asked.base`,
    [behind.map(({ row }) => row.key), behind.map(({ append }) => append.base)],
  )
  for (const { document, bytes } of rows) between.get(document)?.push(bytes)
  return between
}

/** Who owns the client ids that the batch binds, by document and client id. */
const ownersOf = async (
  client: pg.ClientBase,
  locked: readonly Locked[],
): Promise<ReadonlyMap<string, string>> => {
  const asked = locked.flatMap(({ append, row }) =>
    append.entries.flatMap(({ newClients }) => newClients.map((clientId) => ({ key: row.key, clientId }))),
  )
  if (asked.length === 0) return new Map()
  const { rows } = await client.query<{ document: number; clientId: number; accountId: string }>(
    `select author.document, author.client_id as "clientId", author.account_id as "accountId" from author
     join unnest($1::bigint[], $2::bigint[]) as asked (document, client_id)
       on author.document = asked.document and author.client_id = asked.client_id`,
    [asked.map(({ key }) => key), asked.map(({ clientId }) => clientId)],
  )
  return new Map(rows.map(({ document, clientId, accountId }) => [`${document}/${clientId}`, accountId]))
}

const bindsAnothers = ({ append, row }: Locked, owners: ReadonlyMap<string, string>): boolean =>
  append.entries.some(({ newClients, accountId }) =>
    newClients.some((clientId) => (owners.get(`${row.key}/${clientId}`) ?? accountId) !== accountId),
  )

type Numbered = { readonly key: number; readonly at: number; readonly seq: number; readonly entry: Entry }

const numbered = ({ append, row }: Locked): Numbered[] =>
  append.entries.map((entry, i) => ({ key: row.key, at: append.at, seq: row.seq + 1 + i, entry }))

const store = async (client: pg.ClientBase, accepted: readonly Locked[]): Promise<void> => {
  const rows = accepted.flatMap(numbered)
  const bindings = rows.flatMap(({ key, seq, entry }) =>
    entry.newClients.map((clientId) => ({ key, seq, clientId, accountId: entry.accountId })),
  )
  await client.query(
    `with written as (
       insert into entry (document, seq, account_id, at, crc, bytes)
       select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[], $5::bigint[], $6::bytea[])
     ), bound as (
       insert into author (document, client_id, account_id, seq)
       select * from unnest($7::bigint[], $8::bigint[], $9::text[], $10::bigint[]) on conflict do nothing
     )
     update document set seq = moved.seq
     from unnest($11::bigint[], $12::bigint[]) as moved (key, seq) where document.key = moved.key`,
    [
      rows.map(({ key }) => key),
      rows.map(({ seq }) => seq),
      rows.map(({ entry }) => entry.accountId),
      rows.map(({ at }) => at),
      rows.map(({ entry }) => crcOf(entry.update)),
      rows.map(({ entry }) => Buffer.from(entry.update)),
      bindings.map(({ key }) => key),
      bindings.map(({ clientId }) => clientId),
      bindings.map(({ accountId }) => accountId),
      bindings.map(({ seq }) => seq),
      accepted.map(({ row }) => row.key),
      accepted.map(({ row, append }) => row.seq + append.entries.length),
    ],
  )
}

/** Writes a batch inside a transaction. Null stands for what was not stored. */
export const append = async (
  client: pg.ClientBase,
  batch: readonly Append[],
): Promise<readonly (Head | null)[]> => {
  const locked = await lock(client, batch)
  const current = locked.filter(({ append: { generation }, row }) => generation === row.generation)
  const between = await entriesBetween(client, current)
  const owners = await ownersOf(client, current)
  const accepted = current.filter((one) => {
    const own = one.append.entries.map(({ update }) => update)
    return !bindsAnothers(one, owners) && !contradict(own, between.get(one.row.key) ?? [])
  })
  if (accepted.length > 0) await store(client, accepted)
  const heads = new Map(accepted.map(({ append: { entries }, row }) => [row.id, row.seq + entries.length]))
  return batch.map(({ documentId }) => {
    const seq = heads.get(documentId)
    return seq === undefined ? null : { documentId, seq }
  })
}
