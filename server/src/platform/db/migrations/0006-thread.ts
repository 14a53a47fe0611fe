import type { SchemaModule } from 'kysely'
import type { Migration } from './migration.ts'

export const thread: Migration = {
  name: '0006-thread',
  up: async ({ schema }) => {
    await createThreads(schema)
    await createPosts(schema)
    await createReading(schema)
  },
}

const createThreads = async (schema: SchemaModule) => {
  await schema
    .createTable('thread')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('circleId', 'text', (column) => column.notNull().references('circle.id'))
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('openedBy', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('openedAt', 'integer', (column) => column.notNull())
    .addColumn('lastPostBy', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('lastPostAt', 'integer', (column) => column.notNull())
    .addColumn('posts', 'integer', (column) => column.notNull())
    .execute()
  await schema.createIndex('threadCircle').on('thread').columns(['circleId', 'lastPostAt']).execute()
}

const createPosts = async (schema: SchemaModule) => {
  await schema
    .createTable('post')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('threadId', 'text', (column) => column.notNull().references('thread.id'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('replyTo', 'text', (column) => column.references('post.id'))
    .addUniqueConstraint('postSeq', ['threadId', 'seq'])
    .execute()
}

const createReading = async (schema: SchemaModule) => {
  await schema
    .createTable('postMention')
    .addColumn('threadId', 'text', (column) => column.notNull().references('thread.id'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('memberId', 'text', (column) => column.notNull().references('member.id'))
    .addPrimaryKeyConstraint('postMentionKey', ['threadId', 'memberId', 'seq'])
    .execute()
  await schema
    .createTable('threadRead')
    .addColumn('threadId', 'text', (column) => column.notNull().references('thread.id'))
    .addColumn('memberId', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('upTo', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('threadReadKey', ['threadId', 'memberId'])
    .execute()
}
