import { wireLimits } from '@rondo/shared/wire/limits.ts'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { Compactor } from './compaction.ts'
import { keepHouse } from './housekeeping.ts'
import { createMemoryLog } from './log/memory-log.ts'
import { shrink } from './shrink.ts'
import { HandClock } from './testing/hand-clock.ts'
import { aDocument } from './testing/world.ts'

const hour = 3_600_000

it('RET-4 compacts after a day what nobody opens, and deletes a week later what that superseded', async () => {
  const [log, clock] = [createMemoryLog(), new HandClock()]
  const logger = { info: () => {}, warn: () => {}, error: () => {} }
  const compactor = new Compactor({ log, clock, logger, shrink: async (entries) => shrink(entries) })
  const stop = keepHouse({ log, clock, limits: wireLimits, logger, compactor })
  const doc = new Y.Doc()
  doc.getText('body').insert(0, 'words')
  const entry = { update: Y.encodeStateAsUpdate(doc), accountId: 'ada', newClients: [] }
  await log.create(aDocument, entry, clock.now())
  const pass = async (hours: number): Promise<void> => {
    for (let i = 0; i < hours; i++) {
      clock.advance(hour)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  await pass(23)
  expect((await log.load(aDocument))?.tail).toHaveLength(1)
  await pass(3)
  expect(await log.load(aDocument)).toMatchObject({ snapshot: { seq: 1 }, tail: [] })
  await pass(7 * 24 - 4)
  expect((await log.load(aDocument, 1))?.intact).toBe(true)
  await pass(24 + 4)
  expect((await log.load(aDocument, 1))?.intact).toBe(false)
  expect((await log.load(aDocument))?.intact).toBe(true)
  stop()
})
