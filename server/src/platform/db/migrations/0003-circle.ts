import { type SchemaModule, sql } from 'kysely'
import type { Migration } from './migration.ts'

export const circle: Migration = {
  name: '0003-circle',
  up: async ({ schema }) => {
    await createCircles(schema)
    await createSeats(schema)
  },
}

const createCircles = async (schema: SchemaModule) => {
  await schema
    .createTable('circle')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('visibility', 'text', (column) =>
      column.notNull().check(sql`visibility in ('open', 'confidential')`),
    )
    .addColumn('timeZone', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'integer', (column) => column.notNull())
    .execute()
}

const createSeats = async (schema: SchemaModule) => {
  await schema
    .createTable('seat')
    .addColumn('circleId', 'text', (column) => column.notNull().references('circle.id'))
    .addColumn('memberId', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('isHost', 'integer', (column) => column.notNull())
    .addColumn('joinedAt', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('seatKey', ['circleId', 'memberId'])
    .execute()
  await schema.createIndex('seatMember').on('seat').columns(['memberId', 'circleId']).execute()
}
