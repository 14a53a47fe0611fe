import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { randomIds } from '../kernel/ids.ts'
import type { Journal, NewFact } from './journal.ts'

/** One way to a journal. */
export interface JournalWorld<Writing, Reading> {
  readonly journal: Journal<Writing, Reading>
  readonly read: Reading
  /** Commits unless `work` throws. */
  transact<T>(work: (tx: Writing) => Promise<T>): Promise<T>
  close(): Promise<void>
}

const joined = (memberId: MemberId = randomIds.next<'member'>()): NewFact => ({
  name: 'member.joined',
  payload: { memberId },
  audience: { members: [memberId] },
  by: memberId,
})

/** A busy machine is no fault. */
const patient = { timeout: 10_000, interval: 10 }

const now = 1_800_000_000_000

/** A clock that stands still. */
export const stillClock = { now: () => now }

/**
 * Whether a reader finds both of two facts although the one that was written first is committed last. The reader looks
 * again and again, and each time only after the last number it saw.
 */
export const findsBoth = async <Writing, Reading>(
  append: (tx: Writing) => Promise<void>,
  [slow, quick]: readonly [JournalWorld<Writing, Reading>, JournalWorld<Writing, Reading>],
): Promise<boolean> => {
  const gate = Promise.withResolvers<void>()
  const written = Promise.withResolvers<void>()
  let [upTo, found] = [0, 0]
  const look = async (): Promise<void> => {
    for (const { seq } of await quick.journal.readAfter(quick.read, upTo, 9)) {
      upTo = seq
      found += 1
    }
  }
  const late = slow.transact(async (tx) => {
    await append(tx)
    written.resolve()
    await gate.promise
  })
  await written.promise
  let isCommitted = false
  const early = quick.transact(append).finally(() => {
    isCommitted = true
  })
  for (let looks = 0; looks < 50 && !isCommitted; looks++) await look()
  await look()
  gate.resolve()
  await Promise.all([late, early])
  await look()
  return found === 2
}

/** What every journal must do. `start` makes an empty one; `ways` says how many servers may write it at once. */
export const journalContract = <Writing, Reading>(
  name: string,
  ways: 1 | 3,
  start: (ways: number) => Promise<readonly JournalWorld<Writing, Reading>[]>,
): void => {
  describe(`${name} keeps the contract of the journal`, () => {
    let worlds: readonly JournalWorld<Writing, Reading>[] = []
    const open = async (): Promise<JournalWorld<Writing, Reading>> => {
      worlds = await start(ways)
      const [first] = worlds
      if (first === undefined) throw new Error('There is no way to the journal.')
      return first
    }
    afterEach(async () => {
      for (const world of worlds) await world.close()
      worlds = []
    })
    const write = ({ journal, transact }: JournalWorld<Writing, Reading>, ...facts: NewFact[]) =>
      transact((tx) => journal.append(tx, facts))

    it('numbers facts in the order of their commits and reads them as they were written', async () => {
      const world = await open()
      const { journal, read } = world
      expect([await journal.head(read), await journal.readAfter(read, 0, 9)]).toEqual([0, []])
      const facts = [joined(), joined(), joined()]
      await write(world, ...facts.slice(0, 2))
      await write(world, ...facts.slice(2))
      await write(world)
      const recorded = facts.map((fact, i) => ({ seq: i + 1, at: now, ...fact }))
      expect(await journal.readAfter(read, 0, 9)).toEqual(recorded)
      expect(await journal.readAfter(read, 1, 1)).toEqual(recorded.slice(1, 2))
      expect(await journal.head(read)).toBe(3)
    })

    it('keeps nothing of what was not committed, and leaves no hole for it', async () => {
      const world = await open()
      const { journal, read, transact } = world
      const failing = transact(async (tx) => {
        await journal.append(tx, [joined()])
        throw new Error('half-way')
      })
      await expect(failing).rejects.toThrow('half-way')
      expect(await journal.head(read)).toBe(0)
      await write(world, joined())
      expect((await journal.readAfter(read, 0, 9)).map(({ seq }) => seq)).toEqual([1])
    })

    it('pokes after the commit, when the fact can be read, and not for what was taken back', async () => {
      const world = await open()
      const { journal, read, transact } = world
      const heard: Promise<number>[] = []
      const stop = journal.onAppended(() => heard.push(journal.head(read)))
      await transact(async (tx) => {
        await journal.append(tx, [joined()])
        await journal.append(tx, [joined()])
        // Whoever looks by the clock may do so meanwhile, and must find nothing.
        const found = await Promise.all(heard)
        expect(found).toEqual(found.map(() => 0))
      })
      expect(await heard.at(-1)).toBe(2)
      stop()
      await Promise.all(heard)
      const before = heard.length
      await write(world, joined())
      expect(heard).toHaveLength(before)
    })

    it('refuses a payload that carries more than its fact allows, so no text slips in', async () => {
      const world = await open()
      const payload = { memberId: randomIds.next<'member'>(), name: 'Ana' }
      const wordy: NewFact = { name: 'member.changed', payload, audience: { everyone: true }, by: null }
      await expect(write(world, wordy)).rejects.toThrow(/unrecognized_keys/)
      expect(await world.journal.head(world.read)).toBe(0)
    })

    it.runIf(ways > 1)('shows no number before all below it, whoever is slow to commit', async () => {
      const { journal, read } = await open()
      const [rounds, seen] = [8, new Set<number>()]
      let upTo = 0
      let done = false
      const tail = async (): Promise<void> => {
        for (let isLast = false; !isLast; ) {
          isLast = done
          for (const { seq } of await journal.readAfter(read, upTo, 100)) {
            seen.add(seq)
            upTo = seq
          }
        }
      }
      const writing = worlds.map(async (world, who) => {
        for (let round = 0; round < rounds; round++)
          await world.transact(async (tx) => {
            await world.journal.append(tx, [joined()])
            for (let wait = 0; wait < (who + round) % 3; wait++) await world.journal.head(world.read)
          })
      })
      const tailing = tail()
      await Promise.all(writing)
      done = true
      await tailing
      expect([...seen]).toEqual(Array.from({ length: rounds * worlds.length }, (_, i) => i + 1))
    })

    it.runIf(ways > 1)('lets nobody past a fact that was written before and is committed after', async () => {
      const { journal } = await open()
      const [one, two] = worlds
      const pair = one && two && ([one, two] as const)
      expect(pair && (await findsBoth((tx) => journal.append(tx, [joined()]), pair))).toBe(true)
    })

    it.runIf(ways > 1)('pokes the hearers of other servers, with a hint or without', async () => {
      const world = await open()
      let poked = 0
      worlds.at(-1)?.journal.onAppended(() => {
        poked += 1
      })
      await write(world, joined())
      await vi.waitFor(() => expect(poked).toBeGreaterThan(0), patient)
    })
  })
}
