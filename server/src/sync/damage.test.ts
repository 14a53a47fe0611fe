/** Stored bytes flip: what is still whole is served, the rest stays closed. Seeds that ever failed stay by number. */
import { closeCode } from '@rondo/shared/wire/close-code.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStored } from './load.ts'
import { createMemoryLog } from './log/memory-log.ts'
import { DamageGround, fill } from './testing/damage-ground.ts'
import { playDamage } from './testing/damage-story.ts'
import { aDocument, World } from './testing/world.ts'

const seeds = 20

let ground: DamageGround
beforeAll(async () => {
  ground = await DamageGround.make()
})
afterAll(() => ground.remove())

const failing = async (isBroken: boolean): Promise<string[]> => {
  const failed: string[] = []
  for (let seed = 1; seed <= seeds; seed++)
    await playDamage(ground, seed, isBroken).catch((error: unknown) =>
      failed.push(`${seed}: ${String(error)}`),
    )
  return failed
}

describe('a damaged store', () => {
  it(`LIF-7 serves the whole truth from what came before, or nothing, and others as ever (${seeds} seeds)`, async () => {
    expect(await failing(false)).toEqual([])
  }, 60_000)

  it('LIF-7 is seen to be broken where checksums were taken of what was damaged already', async () => {
    expect((await failing(true)).length).toBeGreaterThan(seeds / 4)
  }, 60_000)

  it('LIF-7 notices an entry that is missing', async () => {
    await ground.damaged(
      (database) => database.exec('delete from entry where document = 1 and seq = 10'),
      async (log) => expect(openStored(log, aDocument)).rejects.toThrow('whole'),
    )
  })

  it('LIF-4 closes the sockets of a document with hostile bytes, under a checksum that is right, and no others', async () => {
    const log = createMemoryLog()
    const bombs = [
      [1, 255, 255, 255, 15, 1, 0],
      [1, 1, 1, 0, 200],
      [0, 255, 255, 255, 255, 15],
      [],
      [1, 1, 5, 0, 8, 1, 4, 98, 111, 100, 121, 255, 255, 255, 127],
    ]
    const ids = bombs.map((_, i) => `00000000-0000-4000-8000-0000000000f${i}`)
    for (const [i, bomb] of bombs.entries())
      await log.create(ids[i] ?? '', { update: Uint8Array.from(bomb), accountId: 'ada', newClients: [] }, 1)
    const text = await fill(log, aDocument)
    const world = new World({ log })
    const poisoned = ids.map((id) => world.join('write=ada', id))
    const healthy = world.join('write=ada')
    await world.quiet()
    for (const peer of poisoned) expect(peer.closes.map(({ code }) => code)).toEqual([closeCode.unavailable])
    expect(healthy.text).toBe(text)
  })
})
