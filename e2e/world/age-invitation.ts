import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Lets the time of an invitation run out, as if the days had gone by. */
export const ageInvitation = (dataDir: string, invitationId: string): void => {
  const database = new DatabaseSync(join(dataDir, 'rondo.sqlite'))
  try {
    database.prepare('update invitation set expires_at = created_at - 1 where id = ?').run(invitationId)
  } finally {
    database.close()
  }
}
