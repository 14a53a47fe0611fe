/**
 * The document log in Postgres, which several servers may write at once.
 *
 * What was erased or pruned is out of the tables when that resolves. Postgres itself gives the disk back when it vacuums, and
 * keeps what is in its write-ahead log as long as it was told to.
 */
import { randomBytes } from 'node:crypto'
import type { DocumentLog, Head } from './document-log.ts'
import { append } from './postgres-append.ts'
import { Postgres, type PostgresLogger } from './postgres-connection.ts'
import { authors, load, since } from './postgres-reading.ts'
import { migrate } from './postgres-schema.ts'
import { compact, erase, prune } from './postgres-snapshots.ts'

const probeBytes = 65_536
const keyBytes = 32

/** A log that servers share, and the key with which they know one another. */
export type SharedLog = DocumentLog & {
  /** The same for every server on this log, and known to nobody else: see the envelope of the fan-out. */
  lineKey(): Promise<Uint8Array>
}

const lineKey = async (postgres: Postgres): Promise<Uint8Array> =>
  postgres.atomic(async (client) => {
    await client.query('lock table line_key in exclusive mode')
    const { rows } = await client.query<{ bytes: Uint8Array }>('select bytes from line_key')
    if (rows[0] !== undefined) return rows[0].bytes
    const bytes = randomBytes(keyBytes)
    await client.query('insert into line_key (bytes) values ($1)', [bytes])
    return bytes
  })

const logOn = (postgres: Postgres): SharedLog => ({
  create: (documentId, initial, at) =>
    postgres.atomic(async (client) => {
      const { rowCount } = await client.query(
        `insert into document (id, seq, generation, created_at) values ($1, 0, 1, $2) on conflict do nothing`,
        [documentId, at],
      )
      if (rowCount === 0) return false
      if (initial !== null) await append(client, [{ documentId, generation: 1, entries: [initial], at }])
      return true
    }),
  exists: async (documentId) =>
    (await postgres.rows('select 1 from document where id = $1', [documentId])).length > 0,
  load: (documentId, before = Number.MAX_SAFE_INTEGER) =>
    postgres.moment((client) => load(client, documentId, before)),
  since: async (documentId, seq) => {
    // Most looks find nothing: they cost one statement.
    const [head] = await postgres.rows<{ seq: number; generation: number }>(
      'select seq, generation from document where id = $1',
      [documentId],
    )
    if (head !== undefined && head.seq <= seq) return { ...head, entries: [] }
    return postgres.moment((client) => since(client, documentId, seq))
  },
  append: (batch) => postgres.atomic((client) => append(client, batch)),
  compact: (compaction) => postgres.atomic((client) => compact(client, compaction)),
  prune: async (before) => {
    const rows = await postgres.rows<{ id: string }>('select id from document where snapshot_seq > 0')
    for (const { id } of rows) await postgres.atomic((client) => prune(client, id, before))
  },
  uncompacted: async (before) => {
    const rows = await postgres.rows<{ id: string }>(
      `select id from document where seq > snapshot_seq and
         (select at from entry where document = document.key and entry.seq > snapshot_seq
          order by entry.seq limit 1) < $1`,
      [before],
    )
    return rows.map(({ id }) => id)
  },
  erase: (erasure) => postgres.atomic((client) => erase(client, erasure)),
  raiseGenerations: async (at) => {
    await postgres.rows('update document set generation = greatest(generation + 1, $1)', [
      Math.floor(at / 1000),
    ])
  },
  probe: async () => {
    await postgres.rows('insert into probe (bytes) values ($1)', [Buffer.alloc(probeBytes)])
    await postgres.rows('delete from probe')
  },
  authors: (documentId) => postgres.moment((client) => authors(client, documentId)),
  heads: () => postgres.rows<Head>('select id as "documentId", seq from document'),
  lineKey: () => lineKey(postgres),
  close: () => postgres.close(),
})

/**
 * Opens (or makes) the document log in a Postgres database.
 * @throws when it cannot be reached, or would not wait for the disk.
 * @example const log = await openPostgresLog('postgres://rondo@db.example.org/rondo', logger)
 */
export const openPostgresLog = async (
  url: string,
  logger: PostgresLogger,
  patienceMs?: number,
): Promise<SharedLog> => {
  const postgres = new Postgres(url, logger, patienceMs)
  try {
    await postgres.check(logger)
    await postgres.atomic(migrate)
    return logOn(postgres)
  } catch (error) {
    await postgres.close()
    throw error
  }
}
