import type { SchemaModule } from 'kysely'
import type { Migration } from './migration.ts'

export const seat: Migration = {
  name: '0018-seat',
  up: async ({ schema }) => {
    await createAnswers(schema)
    await createWorth(schema)
    await schema
      .createTable('caughtUp')
      .addColumn('meetingId', 'text', (column) => column.notNull().references('meeting.id'))
      .addColumn('memberId', 'text', (column) => column.notNull().references('member.id'))
      .addColumn('at', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('caughtUpKey', ['memberId', 'meetingId'])
      .execute()
  },
}

/** A plan to which somebody answered is no longer one that may be forgotten: the references see to that. */
const createAnswers = async (schema: SchemaModule) => {
  await schema
    .createTable('seatAnswer')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('meetingId', 'text', (column) => column.notNull().references('meeting.id'))
    .addColumn('circleId', 'text', (column) => column.notNull().references('circle.id'))
    .addColumn('segmentId', 'text', (column) => column.notNull())
    .addColumn('memberId', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('changedAt', 'integer', (column) => column.notNull())
    .addUniqueConstraint('seatAnswerKey', ['meetingId', 'segmentId', 'memberId'])
    .execute()
  await schema
    .createTable('seatClosing')
    .addColumn('meetingId', 'text', (column) => column.primaryKey().references('meeting.id'))
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('until', 'integer', (column) => column.notNull())
    .addColumn('finalAt', 'integer')
    .addColumn('digest', 'text')
    .execute()
}

const createWorth = async (schema: SchemaModule) => {
  await schema
    .createTable('worthGiven')
    .addColumn('meetingId', 'text', (column) => column.notNull().references('meeting.id'))
    .addColumn('memberId', 'text', (column) => column.notNull().references('member.id'))
    .addPrimaryKeyConstraint('worthGivenKey', ['meetingId', 'memberId'])
    .execute()
  await schema
    .createTable('worthTally')
    .addColumn('meetingId', 'text', (column) => column.notNull().references('meeting.id'))
    .addColumn('mark', 'integer', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('worthTallyKey', ['meetingId', 'mark'])
    .execute()
}
