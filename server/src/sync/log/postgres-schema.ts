/**
 * The tables of the document log in Postgres. Steps are only ever added; one server makes them while the others wait.
 */
import type pg from 'pg'

const first = `
  create table document (
    key bigint generated always as identity primary key,
    id text not null unique,
    seq bigint not null,
    generation bigint not null,
    snapshot_seq bigint not null default 0,
    created_at bigint not null
  );
  create table entry (
    document bigint not null references document (key),
    seq bigint not null,
    account_id text not null,
    at bigint not null,
    crc bigint not null,
    bytes bytea not null,
    primary key (document, seq)
  );
  alter table entry alter column bytes set storage external;
  create table snapshot (
    document bigint not null references document (key),
    seq bigint not null,
    at bigint not null,
    sha256 text not null,
    yjs_version text not null,
    bytes bytea not null,
    primary key (document, seq)
  );
  create table author (
    document bigint not null references document (key),
    client_id bigint not null,
    account_id text not null,
    seq bigint not null,
    primary key (document, client_id)
  );
  create table erased_client (
    document bigint not null references document (key),
    client_id bigint not null,
    primary key (document, client_id)
  );
  create table probe (bytes bytea not null);
  create table line_key (bytes bytea not null);
`

const steps = [first]

/** Any number that nothing else in this database locks by. */
const migrating = 7_226_001

/** Brings the tables to this program's form. @throws when they belong to a newer one. */
export const migrate = async (client: pg.ClientBase): Promise<void> => {
  await client.query('select pg_advisory_xact_lock($1)', [migrating])
  await client.query('create table if not exists log_version (version bigint not null)')
  const { rows } = await client.query<{ version: number }>('select version from log_version')
  const done = rows[0]?.version ?? 0
  if (done > steps.length)
    throw new Error('The document log was written by a newer Rondo. Start that version, or a newer one.')
  for (const step of steps.slice(done)) await client.query(step)
  await client.query('delete from log_version')
  await client.query('insert into log_version (version) values ($1)', [steps.length])
}
