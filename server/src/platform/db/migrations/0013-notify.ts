import type { SchemaModule } from 'kysely'
import type { Migration } from './migration.ts'

export const notify: Migration = {
  name: '0013-notify',
  up: async (tx) => {
    await createJobs(tx.schema)
    await createNotifications(tx.schema)
    await createMail(tx.schema)
    await createRituals(tx.schema)
  },
}

const createJobs = async (schema: SchemaModule) => {
  await schema
    .createTable('job')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('dueAt', 'integer', (column) => column.notNull())
    .addColumn('readyAt', 'integer', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('jobKey', ['kind', 'key'])
    .execute()
  await schema.createIndex('jobReady').on('job').columns(['readyAt']).execute()
}

const createNotifications = async (schema: SchemaModule) => {
  await schema
    .createTable('notification')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('memberId', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('circleId', 'text', (column) => column.notNull().references('circle.id'))
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('dueAt', 'integer', (column) => column.notNull())
    .addColumn('shownAt', 'integer')
    .addColumn('readAt', 'integer')
    .addColumn('isOpen', 'integer', (column) => column.notNull())
    .addColumn('mailAt', 'integer')
    .addUniqueConstraint('notificationKey', ['memberId', 'key'])
    .execute()
  await schema.createIndex('notificationShown').on('notification').columns(['memberId', 'shownAt']).execute()
  await schema.createIndex('notificationNamed').on('notification').columns(['key']).execute()
  await schema
    .createTable('notificationChoice')
    .addColumn('memberId', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('here', 'integer', (column) => column.notNull())
    .addColumn('mail', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('notificationChoiceKey', ['memberId', 'topic'])
    .execute()
}

const createMail = async (schema: SchemaModule) => {
  await schema
    .createTable('mail')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('memberId', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('notifications', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .execute()
  await schema.createIndex('mailOfMember').on('mail').columns(['memberId', 'createdAt']).execute()
  await schema
    .createTable('mailKey')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('secret', 'text', (column) => column.notNull())
    .execute()
}

const createRituals = async (schema: SchemaModule) => {
  await schema
    .createTable('ritual')
    .addColumn('circleId', 'text', (column) => column.notNull().references('circle.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('isOn', 'integer', (column) => column.notNull())
    .addColumn('weekday', 'integer')
    .addColumn('time', 'text')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('changedBy', 'text', (column) => column.notNull().references('member.id'))
    .addPrimaryKeyConstraint('ritualKey', ['circleId', 'name'])
    .execute()
  await schema
    .createTable('winsOpened')
    .addColumn('circleId', 'text', (column) => column.notNull().references('circle.id'))
    .addColumn('week', 'text', (column) => column.notNull())
    .addColumn('meetingId', 'text', (column) => column.notNull())
    .addColumn('openedAt', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('winsOpenedKey', ['circleId', 'week'])
    .execute()
  await schema
    .createTable('slotCalled')
    .addColumn('meetingId', 'text', (column) => column.notNull())
    .addColumn('segmentId', 'text', (column) => column.notNull())
    .addColumn('calledAt', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('slotCalledKey', ['meetingId', 'segmentId'])
    .execute()
}
