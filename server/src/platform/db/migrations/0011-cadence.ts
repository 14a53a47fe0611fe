import { type SchemaModule, sql } from 'kysely'
import type { Tx } from '../database.ts'
import type { Migration } from './migration.ts'

export const cadence: Migration = {
  name: '0011-cadence',
  up: async (tx) => {
    await createCadences(tx.schema)
    await createFeeds(tx.schema)
    await letPlansGo(tx)
  },
}

const createCadences = async (schema: SchemaModule) => {
  await schema
    .createTable('cadence')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('circleId', 'text', (column) => column.notNull().references('circle.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('format', 'text', (column) => column.notNull())
    .addColumn('keptFormat', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('rule', 'text', (column) => column.notNull())
    .addColumn('startsOn', 'text', (column) => column.notNull())
    .addColumn('times', 'text', (column) => column.notNull())
    .addColumn('exceptions', 'text', (column) => column.notNull())
    .addColumn('changedBy', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('changedAt', 'integer', (column) => column.notNull())
    .addColumn('endedAt', 'integer')
    .execute()
  await schema
    .createIndex('cadenceCircle')
    .unique()
    .on('cadence')
    .column('circleId')
    .where(sql.ref('endedAt'), 'is', null)
    .execute()
  await schema
    .createTable('cadenceOccurrence')
    .addColumn('cadenceId', 'text', (column) => column.notNull().references('cadence.id'))
    .addColumn('date', 'text', (column) => column.notNull())
    .addColumn('meetingId', 'text', (column) =>
      column.notNull().unique().references('meeting.id').onDelete('cascade'),
    )
    .addColumn('plannedAt', 'integer', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('shape', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('cadenceOccurrenceKey', ['cadenceId', 'date'])
    .execute()
}

const createFeeds = async (schema: SchemaModule) => {
  await schema
    .createTable('feed')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('memberId', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('circleId', 'text', (column) => column.references('circle.id'))
    .addColumn('token', 'text', (column) => column.notNull().unique())
    .addColumn('madeAt', 'integer', (column) => column.notNull())
    .execute()
  await schema.createIndex('feedMember').on('feed').columns(['memberId', 'circleId']).execute()
  await schema
    .createTable('feedRevision')
    .addColumn('meetingId', 'text', (column) => column.primaryKey())
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('changedAt', 'integer', (column) => column.notNull())
    .execute()
}

/**
 * A log stays append-only from the moment it tells of something that happened. A meeting that a cadence only planned
 * may go, with its plan, when the cadence no longer wants it.
 */
const letPlansGo = async (tx: Tx) => {
  await sql`drop trigger meeting_event_no_delete`.execute(tx)
  await sql`create trigger meeting_event_no_delete before delete on meeting_event
    when exists (
      select 1 from meeting_event happened
      where happened.meeting_id = old.meeting_id and happened.type not in ('scheduled', 'rescheduled', 'roles-planned')
    ) or not exists (select 1 from cadence_occurrence made where made.meeting_id = old.meeting_id)
    begin select raise(abort, 'append-only'); end`.execute(tx)
}
