import { type SchemaModule, sql } from 'kysely'
import type { Migration } from './migration.ts'

export const account: Migration = {
  name: '0002-account',
  up: async ({ schema }) => {
    await createPeople(schema)
    await createSessions(schema)
    await createInvitations(schema)
  },
}

const createPeople = async (schema: SchemaModule) => {
  await schema
    .createTable('workspace')
    .addColumn('id', 'integer', (column) => column.primaryKey().check(sql`id = 1`))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'integer', (column) => column.notNull())
    .execute()
  await schema
    .createTable('member')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('colour', 'integer', (column) => column.notNull())
    .addColumn('timeZone', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('joinedAt', 'integer', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull().unique())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('colourScheme', 'text', (column) => column.notNull())
    .addColumn('passwordHash', 'text', (column) => column.notNull())
    .execute()
}

const createSessions = async (schema: SchemaModule) => {
  await schema
    .createTable('session')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('memberId', 'text', (column) => column.notNull().references('member.id').onDelete('cascade'))
    .addColumn('createdAt', 'integer', (column) => column.notNull())
    .addColumn('lastUsedAt', 'integer', (column) => column.notNull())
    .execute()
  await schema.createIndex('sessionMember').on('session').column('memberId').execute()
  await schema
    .createTable('signInThrottle')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('openAt', 'integer', (column) => column.notNull())
    .addColumn('lastAt', 'integer', (column) => column.notNull())
    .execute()
}

const createInvitations = async (schema: SchemaModule) => {
  await schema
    .createTable('invitation')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('tokenHash', 'text', (column) => column.notNull().unique())
    .addColumn('invitedBy', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('circleId', 'text')
    .addColumn('createdAt', 'integer', (column) => column.notNull())
    .addColumn('expiresAt', 'integer', (column) => column.notNull())
    .addColumn('revokedAt', 'integer')
    .addColumn('usedAt', 'integer')
    .addColumn('usedBy', 'text', (column) => column.references('member.id'))
    .execute()
  await schema.createIndex('invitationInvitedBy').on('invitation').column('invitedBy').execute()
}
