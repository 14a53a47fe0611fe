import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { MemberId } from '@rondo/shared/kernel/id.ts'

/** Lets a member's sessions lie unused for so long, as if the days had gone by. */
export const ageSessions = (dataDir: string, memberId: MemberId, milliseconds: number): void => {
  const database = new DatabaseSync(join(dataDir, 'rondo.sqlite'))
  try {
    database
      .prepare(
        'update session set last_used_at = last_used_at - ?, created_at = created_at - ? where member_id = ?',
      )
      .run(milliseconds, milliseconds, memberId)
  } finally {
    database.close()
  }
}
