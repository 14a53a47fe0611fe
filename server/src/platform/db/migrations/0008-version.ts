import type { SchemaModule } from 'kysely'
import type { Migration } from './migration.ts'

export const version: Migration = {
  name: '0008-version',
  up: async ({ schema }) => {
    await createVersions(schema)
    await schema
      .createTable('versionWatch')
      .addColumn('documentId', 'text', (column) => column.primaryKey())
      .addColumn('versionId', 'text')
      .addColumn('digest', 'text')
      .addColumn('vector', 'blob')
      .addColumn('writers', 'text', (column) => column.notNull().defaultTo('[]'))
      .addColumn('changedAt', 'integer')
      .addColumn('wrappedAt', 'integer')
      .execute()
  },
}

const createVersions = async (schema: SchemaModule) => {
  await schema
    .createTable('version')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('pageId', 'text', (column) => column.notNull().references('page.id'))
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('name', 'text')
    .addColumn('by', 'text', (column) => column.references('member.id'))
    .addColumn('contributors', 'text', (column) => column.notNull())
    .addColumn('at', 'integer', (column) => column.notNull())
    .execute()
  await schema.createIndex('versionPage').on('version').columns(['pageId', 'at']).execute()
  await schema
    .createTable('versionContent')
    .addColumn('versionId', 'text', (column) => column.primaryKey().references('version.id'))
    .addColumn('state', 'blob', (column) => column.notNull())
    .addColumn('body', 'blob', (column) => column.notNull())
    .addColumn('text', 'blob', (column) => column.notNull())
    .execute()
}
