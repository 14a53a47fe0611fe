import { type SchemaModule, sql } from 'kysely'
import type { Tx } from '../database.ts'
import type { Migration } from './migration.ts'

export const rotation: Migration = {
  name: '0012-rotation',
  up: async (tx) => {
    await tx.schema
      .alterTable('meeting')
      .addColumn('otherRoles', 'text', (column) => column.notNull().defaultTo('{}'))
      .execute()
    await createMembers(tx.schema)
    await createTurns(tx.schema)
    await createSwaps(tx.schema)
    await pickPresentHolders(tx)
  },
}

/** What members said about themselves, and the roles of a circle that has others than everybody. */
const createMembers = async (schema: SchemaModule) => {
  await schema
    .createTable('rotaRole')
    .addColumn('circleId', 'text', (column) => column.notNull().references('circle.id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('name', 'text')
    .addColumn('place', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('rotaRoleKey', ['circleId', 'role'])
    .execute()
  await schema
    .createTable('rotaAway')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('circleId', 'text', (column) => column.notNull().references('circle.id'))
    .addColumn('memberId', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('fromDay', 'text', (column) => column.notNull())
    .addColumn('toDay', 'text', (column) => column.notNull())
    .execute()
  await schema.createIndex('rotaAwayCircle').on('rotaAway').columns(['circleId', 'toDay']).execute()
  await schema
    .createTable('rotaStance')
    .addColumn('circleId', 'text', (column) => column.notNull().references('circle.id'))
    .addColumn('memberId', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('until', 'text')
    .addPrimaryKeyConstraint('rotaStanceKey', ['circleId', 'memberId', 'role'])
    .execute()
}

const createTurns = async (schema: SchemaModule) => {
  // Whom the plan had is no reason to keep a meeting; what a person decided is one, so only that refers to it.
  await schema
    .createTable('rotaPick')
    .addColumn('circleId', 'text', (column) => column.notNull().references('circle.id'))
    .addColumn('meetingId', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('memberId', 'text', (column) => column.notNull().references('member.id'))
    .addPrimaryKeyConstraint('rotaPickKey', ['meetingId', 'role'])
    .execute()
  await schema.createIndex('rotaPickCircle').on('rotaPick').column('circleId').execute()
  await schema
    .createTable('rotaTurn')
    .addColumn('circleId', 'text', (column) => column.notNull().references('circle.id'))
    .addColumn('meetingId', 'text', (column) => column.notNull().references('meeting.id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('decision', 'text')
    .addColumn('memberId', 'text', (column) => column.references('member.id'))
    .addColumn('swapId', 'text')
    .addColumn('decidedBy', 'text', (column) => column.notNull().references('member.id'))
    .addPrimaryKeyConstraint('rotaTurnKey', ['meetingId', 'role'])
    .execute()
  await schema.createIndex('rotaTurnCircle').on('rotaTurn').column('circleId').execute()
  await schema
    .createTable('rotaPass')
    .addColumn('circleId', 'text', (column) => column.notNull().references('circle.id'))
    .addColumn('meetingId', 'text', (column) => column.notNull().references('meeting.id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('memberId', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('rotaPassKey', ['meetingId', 'role', 'memberId'])
    .execute()
  await schema.createIndex('rotaPassCircle').on('rotaPass').column('circleId').execute()
}

const createSwaps = async (schema: SchemaModule) => {
  await schema
    .createTable('rotaSwap')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('circleId', 'text', (column) => column.notNull().references('circle.id'))
    .addColumn('by', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('to', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('giveMeetingId', 'text', (column) => column.notNull().references('meeting.id'))
    .addColumn('giveRole', 'text', (column) => column.notNull())
    .addColumn('takeMeetingId', 'text', (column) => column.notNull().references('meeting.id'))
    .addColumn('takeRole', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('before', 'text')
    .addColumn('offeredAt', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute()
  await schema.createIndex('rotaSwapCircle').on('rotaSwap').columns(['circleId', 'state']).execute()
}

/** Whoever held a role when the rota began to be kept holds it still where the meeting is near. */
const pickPresentHolders = async (tx: Tx) => {
  for (const [column, role] of [
    ['facilitator_id', 'facilitator'],
    ['presenter_id', 'presenter'],
    ['note_taker_id', 'note-taker'],
  ] as const) {
    await sql`insert into rota_pick (circle_id, meeting_id, role, member_id)
      select circle_id, id, ${role}, ${sql.ref(column)} from meeting
      where phase = 'scheduled' and ${sql.ref(column)} is not null`.execute(tx)
  }
}
