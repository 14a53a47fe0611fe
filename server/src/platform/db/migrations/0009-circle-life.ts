import { type SchemaModule, sql } from 'kysely'
import type { Migration } from './migration.ts'

/** Circles that are here already are active, and have no agreement that anybody would have to accept. */
export const circleLife: Migration = {
  name: '0009-circle-life',
  up: async ({ schema }) => {
    await widenCircles(schema)
    await createAgreements(schema)
    await createCourses(schema)
    await createWaiting(schema)
  },
}

const widenCircles = async (schema: SchemaModule) => {
  await schema
    .alterTable('circle')
    .addColumn('status', 'text', (column) =>
      column.notNull().defaultTo('active').check(sql`status in ('draft', 'active', 'closing', 'archived')`),
    )
    .execute()
  await schema.alterTable('circle').addColumn('seatLimit', 'integer').execute()
  await schema.alterTable('circle').addColumn('agreedVersion', 'integer').execute()
  await schema.alterTable('circle').addColumn('changedBy', 'text').execute()
  await schema.alterTable('seat').addColumn('acceptedVersion', 'integer').execute()
}

const createAgreements = async (schema: SchemaModule) => {
  await schema
    .createTable('agreement')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('circleId', 'text', (column) => column.notNull().references('circle.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('clauses', 'text', (column) => column.notNull())
    .addColumn('proposedBy', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('proposedAt', 'integer', (column) => column.notNull())
    .addColumn('editedBy', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('editedAt', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) =>
      column.notNull().check(sql`state in ('proposed', 'agreed', 'withdrawn')`),
    )
    .addColumn('inForceAt', 'integer')
    .addColumn('how', 'text')
    .execute()
  await schema
    .createIndex('agreementVersion')
    .unique()
    .on('agreement')
    .columns(['circleId', 'version'])
    .where(sql<boolean>`state <> 'withdrawn'`)
    .execute()
  await schema
    .createTable('agreementVoice')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('agreementId', 'text', (column) => column.notNull().references('agreement.id'))
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('kind', 'text', (column) =>
      column.notNull().check(sql`kind in ('accepts', 'objects', 'comments')`),
    )
    .addColumn('text', 'text')
    .addColumn('at', 'integer', (column) => column.notNull())
    .addUniqueConstraint('agreementVoiceOrder', ['agreementId', 'seq'])
    .execute()
}

const createCourses = async (schema: SchemaModule) => {
  await schema
    .createTable('circleCourse')
    .addColumn('circleId', 'text', (column) => column.primaryKey().references('circle.id'))
    .addColumn('goals', 'text', (column) => column.notNull())
    .addColumn('exit', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('changedBy', 'text', (column) => column.references('member.id'))
    .addColumn('renewedAt', 'integer')
    .addColumn('storyPageId', 'text')
    .execute()
}

const createWaiting = async (schema: SchemaModule) => {
  await schema
    .createTable('seatWaiting')
    .addColumn('circleId', 'text', (column) => column.notNull().references('circle.id'))
    .addColumn('memberId', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('since', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('seatWaitingKey', ['circleId', 'memberId'])
    .execute()
}
