import type { Migration } from './migration.ts'

/** What is dropped, what becomes of captures elsewhere, and of segments that nobody came to. */
export const followUp: Migration = {
  name: '0017-follow-up',
  up: async ({ schema }) => {
    await schema
      .createTable('captureFollowUp')
      .addColumn('captureId', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('circleId', 'text', (column) => column.notNull().references('circle.id'))
      .addColumn('pageId', 'text', (column) => column.notNull().references('page.id'))
      .addColumn('threadId', 'text', (column) => column.references('thread.id'))
      .addColumn('grownPageId', 'text', (column) => column.references('page.id'))
      .addColumn('memberId', 'text', (column) => column.references('member.id'))
      .addColumn('address', 'text')
      .addColumn('by', 'text', (column) => column.notNull().references('member.id'))
      .addColumn('at', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('captureFollowUpKey', ['captureId', 'kind'])
      .execute()
    await schema.createIndex('captureFollowUpThread').on('captureFollowUp').column('threadId').execute()
    await schema
      .createIndex('captureFollowUpAddress')
      .on('captureFollowUp')
      .columns(['circleId', 'address'])
      .execute()
    await schema
      .createTable('undiscussedSegment')
      .addColumn('meetingId', 'text', (column) => column.notNull().references('meeting.id'))
      .addColumn('segmentId', 'text', (column) => column.notNull())
      .addColumn('how', 'text', (column) => column.notNull())
      .addColumn('saidIn', 'text', (column) => column.notNull().references('meeting.id'))
      .addColumn('by', 'text', (column) => column.notNull().references('member.id'))
      .addColumn('at', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('undiscussedSegmentKey', ['meetingId', 'segmentId'])
      .execute()
    await schema.alterTable('capture').addColumn('dropped', 'text').execute()
  },
}
