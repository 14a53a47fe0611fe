import type { Migration } from './migration.ts'

export const hours: Migration = {
  name: '0014-hours',
  up: async ({ schema }) => {
    await schema
      .createTable('workingHours')
      .addColumn('memberId', 'text', (column) => column.primaryKey().references('member.id'))
      .addColumn('days', 'text', (column) => column.notNull())
      .addColumn('fromTime', 'text', (column) => column.notNull())
      .addColumn('toTime', 'text', (column) => column.notNull())
      .addColumn('changedAt', 'integer', (column) => column.notNull())
      .execute()
  },
}
