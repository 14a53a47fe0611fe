import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import { randomIds } from '../kernel/ids.ts'
import { silentLogger } from '../kernel/logger.ts'
import { openDatabase } from '../platform/db/sqlite.ts'
import type { Context } from './context.ts'
import { createSqliteJournal } from './sqlite-journal.ts'

/** A clock that stands still until it is told to move. */
export interface HandClock {
  now(): Instant
  advance(ms: number): void
}

const handClock = (start: Instant = Date.UTC(2026, 2, 5, 17)): HandClock => {
  let now = start
  return {
    now: () => now,
    advance: (ms) => {
      now += ms
    },
  }
}

/** For tests: a context over a fresh database file, with a clock moved by hand. Close it to remove the file. */
export const temporaryContext = async (): Promise<
  Context & { clock: HandClock; folder: string; close(): Promise<void> }
> => {
  const folder = mkdtempSync(join(tmpdir(), 'rondo-test-'))
  const clock = handClock()
  const db = await openDatabase({ file: join(folder, 'rondo.sqlite') })
  return {
    db,
    clock,
    folder,
    ids: randomIds,
    log: silentLogger,
    journal: createSqliteJournal(clock),
    close: async () => {
      await db.close()
      rmSync(folder, { recursive: true })
    },
  }
}
