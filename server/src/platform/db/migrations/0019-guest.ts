import type { SchemaModule } from 'kysely'
import type { Migration } from './migration.ts'

export const guest: Migration = {
  name: '0019-guest',
  up: async ({ schema }) => {
    await createLinks(schema)
    await createGuests(schema)
  },
}

const createLinks = async (schema: SchemaModule) => {
  await schema
    .createTable('guestLink')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('meetingId', 'text', (column) => column.notNull().references('meeting.id').onDelete('cascade'))
    .addColumn('tokenHash', 'text', (column) => column.notNull().unique())
    .addColumn('madeBy', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('madeAt', 'integer', (column) => column.notNull())
    .addColumn('revokedAt', 'integer')
    .addColumn('revokedBy', 'text', (column) => column.references('member.id'))
    .execute()
  await schema.createIndex('guestLinkMeeting').on('guestLink').column('meetingId').execute()
}

const createGuests = async (schema: SchemaModule) => {
  await schema
    .createTable('guest')
    .addColumn('memberId', 'text', (column) => column.primaryKey().references('member.id'))
    .addColumn('linkId', 'text', (column) => column.notNull().references('guestLink.id').onDelete('cascade'))
    .addColumn('tokenHash', 'text', (column) => column.unique())
    .addColumn('joinedAt', 'integer', (column) => column.notNull())
    .execute()
  await schema.createIndex('guestByLink').on('guest').column('linkId').execute()
}
