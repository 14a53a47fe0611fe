import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** Who caught something first: whoever takes a deletion back writes the block anew, and is not its author. */
export const firstAuthor: Migration = {
  name: '0022-first-author',
  up: async (tx) => {
    await tx.schema
      .alterTable('captureMoment')
      .addColumn('firstBy', 'text', (column) => column.references('member.id'))
      .execute()
    await sql`update capture_moment set first_by = (select capture.by from capture
      where capture.page_id = capture_moment.page_id and capture.id = capture_moment.capture_id)`.execute(tx)
  },
}
