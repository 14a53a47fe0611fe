import { type SchemaModule, sql } from 'kysely'
import type { Tx } from '../database.ts'
import type { Migration } from './migration.ts'

export const meeting: Migration = {
  name: '0007-meeting',
  up: async (tx) => {
    await createMeetings(tx.schema)
    await createEvents(tx.schema)
    await createLedger(tx.schema)
    for (const table of ['meeting_event', 'service', 'attendance']) await keepForEver(tx, table)
  },
}

const createMeetings = async (schema: SchemaModule) => {
  await schema
    .createTable('meeting')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('circleId', 'text', (column) => column.notNull().references('circle.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('format', 'text', (column) => column.notNull())
    .addColumn('plannedMinutes', 'integer', (column) => column.notNull())
    .addColumn('pageId', 'text', (column) => column.notNull().unique().references('page.id'))
    .addColumn('documentId', 'text', (column) => column.notNull().unique())
    .addColumn('phase', 'text', (column) => column.notNull())
    .addColumn('startsAt', 'integer', (column) => column.notNull())
    .addColumn('facilitatorId', 'text', (column) => column.references('member.id'))
    .addColumn('presenterId', 'text', (column) => column.references('member.id'))
    .addColumn('noteTakerId', 'text', (column) => column.references('member.id'))
    .addUniqueConstraint('meetingNumber', ['circleId', 'number'])
    .execute()
  await schema.createIndex('meetingCircle').on('meeting').columns(['circleId', 'startsAt']).execute()
  await schema.createIndex('meetingPhase').on('meeting').columns(['phase', 'startsAt']).execute()
}

const createEvents = async (schema: SchemaModule) => {
  await schema
    .createTable('meetingEvent')
    .addColumn('meetingId', 'text', (column) => column.notNull().references('meeting.id'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('meetingEventKey', ['meetingId', 'seq'])
    .execute()
  await schema
    .createTable('rsvp')
    .addColumn('meetingId', 'text', (column) => column.notNull().references('meeting.id'))
    .addColumn('memberId', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('answer', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('rsvpKey', ['meetingId', 'memberId'])
    .execute()
}

const createLedger = async (schema: SchemaModule) => {
  await schema
    .createTable('service')
    .addColumn('circleId', 'text', (column) => column.notNull().references('circle.id'))
    .addColumn('meetingId', 'text', (column) => column.notNull())
    .addColumn('memberId', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('servedAt', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('serviceKey', ['meetingId', 'role', 'memberId'])
    .execute()
  await schema.createIndex('serviceCircle').on('service').columns(['circleId', 'servedAt']).execute()
  await schema
    .createTable('attendance')
    .addColumn('circleId', 'text', (column) => column.notNull().references('circle.id'))
    .addColumn('meetingId', 'text', (column) => column.notNull())
    .addColumn('memberId', 'text', (column) => column.notNull().references('member.id'))
    .addPrimaryKeyConstraint('attendanceKey', ['circleId', 'memberId', 'meetingId'])
    .execute()
}

/** An append-only table: the database itself refuses to change or forget a row. */
const keepForEver = async (tx: Tx, table: string) => {
  for (const act of ['update', 'delete']) {
    await sql`create trigger ${sql.table(`${table}_no_${act}`)} before ${sql.raw(act)} on ${sql.table(table)}
      begin select raise(abort, 'append-only'); end`.execute(tx)
  }
}
