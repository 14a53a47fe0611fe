import assert from 'node:assert/strict'
import type SQLite from 'better-sqlite3'
import { openStored } from '../load.ts'
import { sha256Of } from '../log/checksum.ts'
import { compactorOf, type DamageGround, type ReadableLog, theOther } from './damage-ground.ts'
import { Dice } from './dice.ts'
import { aDocument } from './world.ts'

type Table = 'entry' | 'snapshot'

/** Flips a bit of a stored blob. `unseen`: as if nobody had ever taken its checksum. */
const flip = (database: SQLite.Database, table: Table, seq: number, dice: Dice, unseen: boolean): void => {
  const where = `where document = 1 and seq = ${seq}`
  const bytes = database.prepare<[], Buffer>(`select bytes from ${table} ${where}`).pluck().get()
  if (bytes === undefined) throw new Error('There is nothing to damage.')
  const at = dice.upTo(bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.upTo(8))
  database.prepare(`update ${table} set bytes = ? ${where}`).run(bytes)
  if (!unseen) return
  if (table === 'entry') database.exec(`update entry set crc = null ${where}`)
  else database.prepare(`update snapshot set sha256 = ? ${where}`).run(sha256Of(bytes))
}

const textOf = async (log: ReadableLog, documentId: string): Promise<string | undefined> =>
  (await openStored(log, documentId))?.content.getText('body').toJSON()

const snapshotStory = async (log: ReadableLog, text: string): Promise<void> => {
  assert.equal(await textOf(log, aDocument), text)
  assert.equal((await openStored(log, aDocument))?.fellBack, true)
  assert.equal(await compactorOf(log).compact(aDocument), 12)
  assert.equal((await openStored(log, aDocument))?.fellBack, false)
  assert.equal(await textOf(log, aDocument), text)
}

const entryStory = async (log: ReadableLog): Promise<void> => {
  await assert.rejects(openStored(log, aDocument), /whole/)
  assert.equal(await compactorOf(log).compact(aDocument), null)
  assert.equal((await log.load(aDocument))?.tail.length, 4)
}

/**
 * A bit flips in what is stored of a document: in its snapshots, or in an entry after them. Throws when anything but the
 * whole truth is served, or the document beside it suffers. Answers how many edits were at stake.
 */
export const playDamage = async (ground: DamageGround, seed: number, isBroken = false): Promise<number> => {
  const dice = new Dice(seed)
  const [text = '', other = ''] = ground.texts
  const hitsSnapshot = dice.chance(0.5)
  const damage = (database: SQLite.Database): void => {
    if (!hitsSnapshot) flip(database, 'entry', 9 + dice.upTo(4), dice, isBroken)
    else for (const seq of dice.chance(0.5) ? [4, 8] : [8]) flip(database, 'snapshot', seq, dice, isBroken)
  }
  await ground.damaged(damage, async (log) => {
    if (hitsSnapshot) await snapshotStory(log, text)
    else await entryStory(log)
    assert.equal(await textOf(log, theOther), other)
  })
  return 12
}
