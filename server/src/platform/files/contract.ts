import { createHash, randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Files, KeptFile, Span } from './files.ts'

const MIB = 1024 * 1024

/** Prime, so that no cut into parts comes to lie where the block begins anew. */
const BLOCK = 65_521

const blockOf = (seed: number): Uint8Array => {
  let state = seed
  return Uint8Array.from({ length: BLOCK }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 24
  })
}

/** Bytes that look random, are the same in every run, and never lie in memory all at once. */
export async function* noise(bytes: number, chunk = 60_001, seed = 1): AsyncGenerator<Uint8Array> {
  const block = blockOf(seed)
  for (let from = 0; from < bytes; ) {
    const at = from % BLOCK
    const part = block.slice(at, at + Math.min(chunk, bytes - from))
    yield part
    from += part.length
  }
}

const text = async function* (...parts: string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield new TextEncoder().encode(part)
}

const failing = async function* (bytes: number): AsyncGenerator<Uint8Array> {
  yield* noise(bytes)
  throw new Error('The line went dead.')
}

const hashOf = async (content: AsyncIterable<Uint8Array>): Promise<string> => {
  const hash = createHash('sha256')
  for await (const part of content) hash.update(part)
  return hash.digest('hex')
}

const bytesOf = async (kept: KeptFile | null): Promise<Buffer | null> => {
  if (kept === null) return null
  const parts: Uint8Array[] = []
  for await (const part of kept.content) parts.push(part)
  return Buffer.concat(parts)
}

export interface FilesWorld {
  files: Files
  close(): Promise<void>
}

/** What every form of the port must do. */
export const filesContract = (name: string, start: () => Promise<FilesWorld>): void => {
  describe(`${name} keeps the contract of files`, () => {
    let world: FilesWorld
    let files: Files
    beforeEach(async () => {
      world = await start()
      files = world.files
    })
    afterEach(() => world.close())

    const fresh = (): string => `test/${randomUUID()}`
    const textAt = async (file: string, span?: Span): Promise<string | undefined> =>
      (await bytesOf(await files.get(file, span)))?.toString()
    const listed = async (room: string): Promise<string[]> => {
      const names: string[] = []
      for await (const file of files.list(room)) names.push(file.name)
      return names.toSorted()
    }

    it('FILES-1 gives back what it took in, byte for byte, whatever the pieces it came in', async () => {
      const sizes = [0, 1, 60_001, 8 * MIB, 8 * MIB + 1, 17 * MIB]
      for (const bytes of sizes) {
        const file = fresh()
        expect(await files.put(file, noise(bytes))).toEqual({ bytes })
        const kept = await files.get(file)
        expect([bytes, kept?.bytes]).toEqual([bytes, bytes])
        expect(await hashOf(kept?.content ?? text())).toBe(await hashOf(noise(bytes)))
      }
    })

    it('FILES-1 keeps a file of many parts apart from one that is taken in beside it', async () => {
      const both = [fresh(), fresh()]
      await Promise.all(
        both.map((file, seed) => files.put(file, noise(9 * MIB, 5_000 + seed * 70_000, seed))),
      )
      for (const [seed, file] of both.entries())
        expect(await hashOf((await files.get(file))?.content ?? text())).toBe(
          await hashOf(noise(9 * MIB, 60_001, seed)),
        )
    })

    it('FILES-2 gives the bytes of a span, and says how long the whole is', async () => {
      const file = fresh()
      await files.put(file, text('0123', '456789'))
      const spans = [
        [{ from: 0, to: 10 }, '0123456789'],
        [{ from: 0, to: 1 }, '0'],
        [{ from: 3, to: 6 }, '345'],
        [{ from: 9, to: 10 }, '9'],
        [{ from: 8, to: 50 }, '89'],
        [{ from: 4, to: 4 }, ''],
        [{ from: 10, to: 20 }, ''],
        [{ from: 50, to: 60 }, ''],
      ] as const
      for (const [span, expected] of spans) {
        expect([span, await textAt(file, span)]).toEqual([span, expected])
        const kept = await files.get(file, span)
        await kept?.content.cancel()
        expect(kept?.bytes).toBe(10)
      }
    })

    it('FILES-2 gives nothing of an empty file', async () => {
      const file = fresh()
      await files.put(file, text())
      for (const span of [undefined, { from: 3, to: 3 }])
        expect([await textAt(file, span), (await files.get(file, span))?.bytes]).toEqual(['', 0])
    })

    it('FILES-3 knows nothing of what is not there, and removes it without complaint', async () => {
      const file = fresh()
      expect(await files.get(file)).toBeNull()
      expect(await files.get(file, { from: 0, to: 5 })).toBeNull()
      expect(await files.get(file, { from: 5, to: 5 })).toBeNull()
      await files.remove(file)
      await files.put(file, text('here'))
      await files.remove(file)
      await files.remove(file)
      expect(await files.get(file)).toBeNull()
      expect(await listed('test')).not.toContain(file)
    })

    it('FILES-4 puts a new file in the place of an old one as a whole', async () => {
      const file = fresh()
      await files.put(file, text('a long first one'))
      await files.put(file, text('short'))
      expect(await textAt(file)).toBe('short')
    })

    it.each([100, 9 * MIB])(
      'FILES-4 keeps nothing of %i bytes that break off, and what was there before',
      async (bytes) => {
        const [known, unknown] = [fresh(), fresh()]
        await files.put(known, text('before'))
        for (const file of [known, unknown])
          await expect(files.put(file, failing(bytes))).rejects.toThrow('The line went dead.')
        expect(await textAt(known)).toBe('before')
        expect(await files.get(unknown)).toBeNull()
        expect(await listed('test')).not.toContain(unknown)
      },
    )

    it('FILES-4 shows nobody a file that is still being taken in', async () => {
      const file = fresh()
      let goOn = (): void => {}
      const waiting = new Promise<void>((resolve) => {
        goOn = resolve
      })
      const halting = async function* (): AsyncGenerator<Uint8Array> {
        yield new Uint8Array(9 * MIB)
        await waiting
        yield new Uint8Array(1)
      }
      const taken = files.put(file, halting())
      expect(await files.get(file)).toBeNull()
      expect(await listed('test')).not.toContain(file)
      goOn()
      expect(await taken).toEqual({ bytes: 9 * MIB + 1 })
      expect((await files.get(file, { from: 0, to: 0 }))?.bytes).toBe(9 * MIB + 1)
    })

    it('FILES-5 lists the files of a room with their lengths, and no others', async () => {
      const id = randomUUID()
      const names = [`one/${id}/0000`, `one/${id}/0001`, `one/${id}`.replace('one', 'other')]
      for (const [at, file] of names.entries()) await files.put(file, text('x'.repeat(at + 1)))
      const found: [string, number, boolean][] = []
      for await (const { name: file, bytes, changedAt } of files.list('one'))
        if (file.includes(id)) found.push([file, bytes, Math.abs(Date.now() - changedAt) < 600_000])
      expect(found.toSorted(([one], [other]) => one.localeCompare(other))).toEqual([
        [names[0], 1, true],
        [names[1], 2, true],
      ])
      expect(await listed('nobody')).toEqual([])
    })

    it.each([
      '',
      'x',
      '../x',
      'a/..',
      'a/../b',
      'a//b',
      '/a/b',
      'a/b/',
      'a/B',
      'a/b.c',
      'a/%2e%2e',
      'a/b\0',
      'a\\b',
    ])('FILES-6 accepts no name like %j, in which something could hide', async (strange) => {
      await expect(files.put(strange, text('x'))).rejects.toThrow('named in a way')
      await expect((async () => files.get(strange))()).rejects.toThrow('named in a way')
      await expect((async () => files.remove(strange))()).rejects.toThrow('named in a way')
    })

    it('FILES-7 says that it is well', async () => {
      await expect(files.check()).resolves.toBeUndefined()
    })
  })
}
