import type { Migration } from './migration.ts'

export const journal: Migration = {
  name: '0001-journal',
  up: async ({ schema }) => {
    await schema
      .createTable('journal')
      .addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('at', 'integer', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('payload', 'text', (column) => column.notNull())
      .addColumn('audience', 'text', (column) => column.notNull())
      .addColumn('by', 'text')
      .execute()
    await schema
      .createTable('projectionCursor')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .execute()
    await schema
      .createTable('documentCursor')
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('documentId', 'text', (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('documentCursorKey', ['name', 'documentId'])
      .execute()
  },
}
