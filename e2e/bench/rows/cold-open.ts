import { setTimeout as wait } from 'node:timers/promises'
import { atMost, ofBestYjs } from '../figures/goals.ts'
import { startAgain } from '../servers/settled.ts'
import type { LargeDocument } from './large-document.ts'
import type { Row } from './row.ts'

/** After this long nothing more comes to a reader that has everything. */
const LATE_MS = 500

/**
 * One reader opens a long page in a server that has just started. The reader is warm, and applies what comes: the time is
 * from connecting until the last keystroke is in its document.
 */
export const coldOpenRow = (page: LargeDocument): Row => ({
  name: 'cold-open',
  title: `cold open of ${page.keystrokes / 1000}k keystrokes`,
  figures: [
    { key: 'ms', title: 'ms until complete', goal: ofBestYjs(0.5) },
    { key: 'kilobytes', title: 'kB received', goal: ofBestYjs(1.1) },
    { key: 'emptyFirst', title: 'told it was synced before it was', goal: atMost(0, '') },
  ],
  documents: 1,
  needsKeeping: true,
  prepare: (server, first) => page.prepare(server, first),
  measure: async (server) => {
    await startAgain(server)
    const { ms, client, isEmptyFirst } = await page.read(server)
    await wait(LATE_MS)
    const kilobytes = client.socket.received / 1000
    await client.close()
    return { ms, kilobytes, emptyFirst: isEmptyFirst ? 1 : 0 }
  },
})
