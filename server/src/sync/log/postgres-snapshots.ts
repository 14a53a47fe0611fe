import type pg from 'pg'
import type { Compaction, Erased, Erasure, Snapshot } from './document-log.ts'
import { prunableUpTo, supersededForGood } from './retention.ts'

type Row = {
  readonly key: number
  readonly seq: number
  readonly generation: number
  readonly snapshotSeq: number
}
type Dated = { readonly seq: number; readonly at: number }

/** The row of a document, locked. @throws when there is none. */
const hold = async (client: pg.ClientBase, documentId: string): Promise<Row> => {
  const { rows } = await client.query<Row>(
    `select key, seq, generation, snapshot_seq as "snapshotSeq" from document where id = $1 for update`,
    [documentId],
  )
  if (rows[0] === undefined) throw new Error('No such document in the log.')
  return rows[0]
}

const datesOf = async (client: pg.ClientBase, key: number): Promise<Dated[]> =>
  (await client.query<Dated>('select seq, at from snapshot where document = $1', [key])).rows

const put = async (client: pg.ClientBase, key: number, snapshot: Snapshot): Promise<void> => {
  const { seq, at, sha256, yjsVersion, state } = snapshot
  await client.query(
    `insert into snapshot (document, seq, at, sha256, yjs_version, bytes) values ($1, $2, $3, $4, $5, $6)
     on conflict (document, seq) do update set at = excluded.at, sha256 = excluded.sha256,
       yjs_version = excluded.yjs_version, bytes = excluded.bytes`,
    [key, seq, at, sha256, yjsVersion, Buffer.from(state)],
  )
  await client.query('update document set snapshot_seq = greatest(snapshot_seq, $2) where key = $1', [
    key,
    seq,
  ])
}

/** Another server may have compacted further meanwhile: then this one comes too late and does nothing. */
export const compact = async (
  client: pg.ClientBase,
  { documentId, generation, snapshot }: Compaction,
): Promise<boolean> => {
  const row = await hold(client, documentId)
  if (row.generation !== generation) return false
  if (snapshot.seq < row.snapshotSeq) return true
  await put(client, row.key, snapshot)
  const gone = supersededForGood(await datesOf(client, row.key), snapshot.seq)
  await client.query('delete from snapshot where document = $1 and seq = any($2::bigint[])', [row.key, gone])
  return true
}

/** Deletes what was superseded before an instant. */
export const prune = async (client: pg.ClientBase, documentId: string, before: number): Promise<void> => {
  const { key } = await hold(client, documentId)
  const upTo = prunableUpTo(await datesOf(client, key), before)
  if (upTo === 0) return
  await client.query('delete from entry where document = $1 and seq <= $2', [key, upTo])
  await client.query('delete from snapshot where document = $1 and seq < $2', [key, upTo])
}

/** Puts one state in the place of everything. */
export const erase = async (
  client: pg.ClientBase,
  { documentId, generation, snapshot, authors, base }: Erasure,
): Promise<Erased | null> => {
  const row = await hold(client, documentId)
  if (row.generation !== generation || row.seq > (base ?? row.seq)) return null
  const [seq, next] = [row.seq + 1, generation + 1]
  await client.query(
    `insert into erased_client (document, client_id)
     select document, client_id from author where document = $1 on conflict do nothing`,
    [row.key],
  )
  for (const table of ['entry', 'snapshot', 'author'])
    await client.query(`delete from ${table} where document = $1`, [row.key])
  await put(client, row.key, { ...snapshot, seq })
  await client.query(
    `insert into author (document, client_id, account_id, seq)
     select $1, client_id, account_id, $4 from unnest($2::bigint[], $3::text[]) as owned (client_id, account_id)`,
    [row.key, [...authors.keys()], [...authors.values()], seq],
  )
  await client.query('update document set seq = $2, generation = $3 where key = $1', [row.key, seq, next])
  return { seq, generation: next }
}
