import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { FanOut, Topic } from './fan-out.ts'

const grew: Topic<{ id: string; seq: number }> = {
  name: 'grew',
  schema: z.strictObject({ id: z.string().max(8), seq: z.int().positive() }),
}
const other: Topic<{ id: string }> = { name: 'other', schema: z.strictObject({ id: z.string() }) }

/** A busy machine is no fault. */
const patient = { timeout: 10_000, interval: 10 }

/** A line that servers can join, and that a stranger can shout on. */
export type Line = {
  readonly join: (serverId: string) => FanOut
  /** Says any text to all who joined. */
  readonly shout: (text: string) => void
}

/** What every line between servers must do. */
export const fanOutContract = (name: string, start: () => Line): void => {
  describe(`${name} keeps the contract of the fan-out`, () => {
    const open: FanOut[] = []
    const servers = async (...ids: string[]): Promise<{ line: Line; all: readonly FanOut[] }> => {
      const line = start()
      const all = ids.map((id) => line.join(id))
      open.push(...all)
      await vi.waitFor(() => expect(all.map((one) => one.status().isUp)).not.toContain(false), patient)
      return { line, all }
    }
    const hearing = (one: FanOut | undefined): unknown[] => {
      const heard: unknown[] = []
      one?.subscribe(grew, (message, from) => heard.push([from, message]))
      return heard
    }
    afterEach(() => Promise.all(open.splice(0).map((one) => one.close())))

    it('FAN-1 tells the others what one says, and nobody its own words', async () => {
      const { all } = await servers('a', 'b', 'c')
      const heard = all.map(hearing)
      all[0]?.publish(grew, { id: 'x', seq: 1 })
      const said = [['a', { id: 'x', seq: 1 }]]
      await vi.waitFor(() => expect(heard).toEqual([[], said, said]), patient)
      expect(all[0]?.status().published).toBe(1)
    })

    it('FAN-1 tells each listener of its topic only, until it stops listening', async () => {
      const { all } = await servers('a', 'b')
      const heard = hearing(all[1])
      const others: unknown[] = []
      const stop = all[1]?.subscribe(other, (message) => others.push(message))
      all[0]?.publish(other, { id: 'y' })
      await vi.waitFor(() => expect(others).toEqual([{ id: 'y' }]), patient)
      stop?.()
      all[0]?.publish(other, { id: 'z' })
      all[0]?.publish(grew, { id: 'x', seq: 2 })
      await vi.waitFor(() => expect(heard).toHaveLength(1), patient)
      expect(others).toHaveLength(1)
    })

    it('FAN-2 drops and counts what no server of ours has sent, and goes on', async () => {
      const { line, all } = await servers('a', 'b')
      const heard = hearing(all[1])
      const strange = [
        '',
        '{}',
        'x'.repeat(200_000),
        `${'A'.repeat(43)}{"from":"a","topic":"grew","message":{}}`,
      ]
      for (const text of strange) line.shout(text)
      // A server of another version may say more than this one knows, or less.
      const wrong: Topic<unknown> = { name: 'grew', schema: z.unknown() }
      for (const message of [{ id: 'x', seq: 0 }, { id: 'x', seq: 1, more: true }, null]) {
        all[0]?.publish(wrong, message)
      }
      all[0]?.publish(grew, { id: 'x', seq: 3 })
      await vi.waitFor(() => expect(heard).toEqual([['a', { id: 'x', seq: 3 }]]), patient)
      await vi.waitFor(() => expect(all[1]?.status().dropped).toBe(strange.length + 3), patient)
    })

    it('FAN-2 refuses to send what is too long', async () => {
      const { all } = await servers('a', 'b')
      all[0]?.publish(other, { id: 'x'.repeat(100_000) })
      expect(all[0]?.status()).toMatchObject({ published: 0, lost: 1 })
    })

    it('FAN-3 carries nothing any more after closing, and closes twice', async () => {
      const { all } = await servers('a', 'b', 'c')
      const heard = all.map(hearing)
      await all[1]?.close()
      await all[1]?.close()
      all[1]?.publish(grew, { id: 'ghost', seq: 1 })
      all[0]?.publish(grew, { id: 'x', seq: 1 })
      await vi.waitFor(() => expect(heard[2]).toHaveLength(1), patient)
      expect(heard.slice(0, 2)).toEqual([[], []])
      expect(heard[2]).toEqual([['a', { id: 'x', seq: 1 }]])
    })
  })
}
