import type { SchemaModule } from 'kysely'
import type { Migration } from './migration.ts'

export const image: Migration = {
  name: '0021-image',
  up: async ({ schema }) => {
    await createImages(schema)
    await schema
      .createTable('imageDebt')
      .addColumn('fileId', 'text', (column) => column.primaryKey())
      .execute()
    await schema
      .createTable('imageUse')
      .addColumn('holder', 'text', (column) => column.notNull())
      .addColumn('fileId', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('imageUseKey', ['holder', 'fileId'])
      .execute()
    await schema.createIndex('imageUseFile').on('imageUse').column('fileId').execute()
  },
}

const createImages = async (schema: SchemaModule) => {
  await schema
    .createTable('image')
    .addColumn('fileId', 'text', (column) => column.primaryKey())
    .addColumn('pageId', 'text', (column) => column.notNull().references('page.id'))
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('width', 'integer', (column) => column.notNull())
    .addColumn('height', 'integer', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('neededAt', 'integer', (column) => column.notNull())
    .addColumn('coveredBy', 'text')
    .addColumn('hasBytes', 'integer', (column) => column.notNull())
    .execute()
  await schema.createIndex('imagePage').on('image').column('pageId').execute()
  await schema.createIndex('imageNeeded').on('image').column('neededAt').execute()
  await schema.createIndex('imageCovered').on('image').column('coveredBy').execute()
}
