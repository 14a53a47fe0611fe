import type { Migration } from './migration.ts'

export const format: Migration = {
  name: '0010-format',
  up: async ({ schema }) => {
    await schema
      .createTable('ownFormat')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('circleId', 'text', (column) => column.notNull().references('circle.id'))
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('basedOn', 'text')
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('shape', 'text', (column) => column.notNull())
      .addColumn('changedBy', 'text', (column) => column.notNull().references('member.id'))
      .addColumn('changedAt', 'integer', (column) => column.notNull())
      .execute()
    await schema.createIndex('ownFormatCircle').on('ownFormat').columns(['circleId', 'name']).execute()
    await schema.alterTable('meeting').addColumn('formatName', 'text').execute()
    await schema.alterTable('meeting').addColumn('wantedRoles', 'text').execute()
  },
}
