import type { SchemaModule } from 'kysely'
import type { Migration } from './migration.ts'

export const page: Migration = {
  name: '0004-page',
  up: async ({ schema }) => {
    await createPages(schema)
    await createProjections(schema)
  },
}

const createPages = async (schema: SchemaModule) => {
  await schema
    .createTable('page')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('circleId', 'text', (column) => column.references('circle.id'))
    .addColumn('documentId', 'text', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('meetingId', 'text', (column) => column.unique())
    .addColumn('meetingNumber', 'integer')
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('foldedTitle', 'text', (column) => column.notNull())
    .addColumn('titledBy', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('createdBy', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('createdAt', 'integer', (column) => column.notNull())
    .addColumn('updatedAt', 'integer', (column) => column.notNull())
    .execute()
  await schema.createIndex('pageUpdated').on('page').column('updatedAt').execute()
  await schema.createIndex('pageCircle').on('page').columns(['circleId', 'updatedAt']).execute()
}

const createProjections = async (schema: SchemaModule) => {
  await schema
    .createTable('pageText')
    .addColumn('pageId', 'text', (column) => column.primaryKey().references('page.id'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('outline', 'text', (column) => column.notNull())
    .addColumn('words', 'integer', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createTable('pageLink')
    .addColumn('fromPage', 'text', (column) => column.notNull().references('page.id'))
    .addColumn('toPage', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('pageLinkKey', ['fromPage', 'toPage'])
    .execute()
  await schema.createIndex('pageLinkTo').on('pageLink').column('toPage').execute()
}
