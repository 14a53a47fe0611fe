import type { SchemaModule } from 'kysely'
import type { Migration } from './migration.ts'

export const capture: Migration = {
  name: '0005-capture',
  up: async ({ schema }) => {
    await createCaptures(schema)
    await schema
      .createTable('captureHead')
      .addColumn('pageId', 'text', (column) => column.primaryKey().references('page.id'))
      .addColumn('seq', 'integer', (column) => column.notNull())
      .execute()
    await schema
      .createTable('captureMoment')
      .addColumn('pageId', 'text', (column) => column.notNull().references('page.id'))
      .addColumn('captureId', 'text', (column) => column.notNull())
      .addColumn('firstSeenAt', 'integer', (column) => column.notNull())
      .addColumn('doneAt', 'integer')
      .addPrimaryKeyConstraint('captureMomentKey', ['pageId', 'captureId'])
      .execute()
  },
}

const createCaptures = async (schema: SchemaModule) => {
  await schema
    .createTable('capture')
    .addColumn('pageId', 'text', (column) => column.notNull().references('page.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('circleId', 'text', (column) => column.references('circle.id'))
    .addColumn('meetingId', 'text')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('who', 'text')
    .addColumn('due', 'text')
    .addColumn('done', 'integer', (column) => column.notNull())
    .addColumn('doneAt', 'integer')
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('by', 'text')
    .addColumn('segmentId', 'text')
    .addColumn('position', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('captureKey', ['pageId', 'id'])
    .execute()
  await schema.createIndex('captureId').on('capture').column('id').execute()
  await schema.createIndex('captureAt').on('capture').columns(['at', 'position', 'pageId']).execute()
  await schema.createIndex('captureCircle').on('capture').columns(['circleId', 'kind', 'at']).execute()
  await schema.createIndex('captureMeeting').on('capture').columns(['meetingId', 'kind']).execute()
  await schema.createIndex('captureWho').on('capture').columns(['who', 'at']).execute()
}
