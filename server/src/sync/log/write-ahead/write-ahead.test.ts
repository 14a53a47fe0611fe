import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { sha256Of } from '../checksum.ts'
import { documentLogContract } from '../contract.ts'
import type { Append, DocumentLog, Entry } from '../document-log.ts'
import { createMemoryLog } from '../memory-log.ts'
import { newsContract } from '../news-contract.ts'
import { openSqliteLog } from '../sqlite-log.ts'
import { StorageRefuses } from '../storage-refuses.ts'
import { openLogFile } from './log-file.ts'
import { MemoryFile } from './memory-file.ts'
import { writeAhead } from './write-ahead.ts'

const one = '00000000-0000-4000-8000-000000000001'
const two = '00000000-0000-4000-8000-000000000002'

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

const freshFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'rondo-ahead-'))
  folders.push(folder)
  return folder
}

const openIn = async (folder: string): Promise<DocumentLog> =>
  writeAhead(await openSqliteLog(join(folder, 'documents.sqlite')), [
    await openLogFile(join(folder, 'ahead-1')),
    await openLogFile(join(folder, 'ahead-2')),
  ])

documentLogContract('A log with files in front', async () => {
  const folder = await freshFolder()
  return { open: () => openIn(folder), survives: true }
})

newsContract('A log with files in front', async () => openIn(await freshFolder()), {
  remembersBindings: false,
})

const entry = (text: string, newClients: readonly number[] = []): Entry => ({
  update: new TextEncoder().encode(text),
  accountId: 'ada',
  newClients,
})

const append = (documentId: string, ...texts: readonly string[]): Append => ({
  documentId,
  generation: 1,
  entries: texts.map((text) => entry(text)),
  at: 1,
})

const textsOf = async (log: DocumentLog, documentId = one): Promise<string[]> =>
  ((await log.load(documentId))?.tail ?? []).map((update) => new TextDecoder().decode(update))

/** Never by itself. */
const byHand = { transferMs: 1_000_000 }

/** A log behind that a test can make refuse. */
const refusing = (behind: DocumentLog) => {
  let refusal: Error | null = null
  const log: DocumentLog = {
    ...behind,
    append: async (batch) => {
      if (refusal !== null) throw refusal
      return behind.append(batch)
    },
  }
  return {
    log,
    refuse: (error: Error | null) => {
      refusal = error
    },
  }
}

describe('files in front of a log', () => {
  it('AHD-1 shows what is still under way as if it had arrived', async () => {
    const behind = createMemoryLog()
    const log = await writeAhead(behind, [new MemoryFile(), new MemoryFile()], byHand)
    await log.create(one, null, 1)
    expect(await log.append([append(one, 'a', 'b')])).toEqual([{ documentId: one, seq: 2 }])
    expect(await textsOf(behind)).toEqual([])
    expect(await textsOf(log)).toEqual(['a', 'b'])
    expect((await log.load(one))?.seq).toBe(2)
    expect(await log.heads()).toEqual([{ documentId: one, seq: 2 }])
    expect(await textsOf(behind)).toEqual(['a', 'b'])
  })

  it('AHD-2 loses nothing that was answered when the power goes at any moment, and keeps the order', async () => {
    const loses = fc.asyncProperty(story, async (told) => {
      expect(await play(told, false)).toEqual([])
    })
    await fc.assert(loses, { numRuns: 300 })
  })

  it('AHD-2 loses edits on a disk that lies, so that the rule can fail', async () => {
    const lost = await Promise.all(fc.sample(story, 50).map((steps) => play(steps, true)))
    expect(lost.flat().length).toBeGreaterThan(0)
  })

  it('AHD-3 answers nothing that could not be written, and the next try takes its place', async () => {
    const file = new MemoryFile()
    const behind = createMemoryLog()
    const log = await writeAhead(behind, [file, new MemoryFile()], byHand)
    await log.create(one, null, 1)
    file.fail(new Error('EIO'))
    await expect(log.append([append(one, 'lost')])).rejects.toThrow('EIO')
    expect((await log.load(one))?.seq).toBe(0)
    file.fail(null)
    expect(await log.append([append(one, 'kept')])).toEqual([{ documentId: one, seq: 1 }])
    expect(await textsOf(await writeAhead(behind, [file, new MemoryFile()], byHand))).toEqual(['kept'])
  })

  it('AHD-4 takes nothing while the log behind refuses, shows all it has, and goes on when that takes again', async () => {
    const { log: behind, refuse } = refusing(createMemoryLog())
    const log = await writeAhead(behind, [new MemoryFile(), new MemoryFile()], byHand)
    await log.create(one, null, 1)
    await log.append([append(one, 'safe')])
    refuse(new StorageRefuses('full'))
    await expect(log.probe()).rejects.toThrow('full')
    await expect(log.append([append(one, 'later')])).rejects.toBeInstanceOf(StorageRefuses)
    expect(await textsOf(log)).toEqual(['safe'])
    refuse(null)
    await log.probe()
    await log.append([append(one, 'later')])
    expect(await textsOf(log)).toEqual(['safe', 'later'])
  })

  it('AHD-5 keeps nothing of what was erased in its files', async () => {
    const folder = await freshFolder()
    const log = await openIn(folder)
    await log.create(one, null, 1)
    await log.append([append(one, 'a canary that was erased')])
    const state = Uint8Array.of(0, 0)
    const snapshot = { seq: 0, state, sha256: sha256Of(state), yjsVersion: 'y', at: 2 }
    const inFiles = async (): Promise<boolean> => {
      const files = await Promise.all(['ahead-1', 'ahead-2'].map((name) => readFile(join(folder, name))))
      return files.some((bytes) => bytes.includes('a canary'))
    }
    expect(await inFiles()).toBe(true)
    const erased = await log.erase({ documentId: one, generation: 1, snapshot, authors: new Map() })
    expect(erased?.generation).toBe(2)
    expect(await inFiles()).toBe(false)
    expect(await log.append([append(one, 'of the old generation')])).toEqual([null])
    await log.close()
  })
})

type Step = 'one' | 'two' | 'both' | 'transfer' | 'hold' | 'sync'

const story = fc.record({
  steps: fc.array(fc.constantFrom<Step>('one', 'two', 'both', 'transfer', 'hold', 'sync'), { maxLength: 40 }),
  size: fc.integer({ min: 1, max: 2_000 }),
  tears: fc.array(fc.nat(4), { minLength: 1, maxLength: 8 }),
})

/** Plays a story, cuts the power at its end, opens again. Answers what was acknowledged and is gone or out of place. */
const play = async (
  { steps, size, tears }: { steps: Step[]; size: number; tears: number[] },
  lies: boolean,
): Promise<string[]> => {
  const files = [new MemoryFile({ lies }), new MemoryFile({ lies })] as const
  const behind = createMemoryLog()
  const log = await writeAhead(behind, files, byHand)
  await log.create(one, null, 1)
  await log.create(two, null, 1)
  const written = new Map([one, two].map((documentId): [string, string[]] => [documentId, []]))
  const answered = new Map<string, number>()
  let count = 0
  const note = async (appended: ReturnType<DocumentLog['append']>): Promise<void> => {
    for (const head of await appended) if (head !== null) answered.set(head.documentId, head.seq)
  }
  for (const step of steps) {
    if (step === 'hold') for (const file of files) file.hold()
    else if (step === 'sync') for (const file of files) file.sync()
    else if (step === 'transfer') void log.probe()
    else {
      const targets = step === 'both' ? [one, two] : [step === 'one' ? one : two]
      count += 1
      const batch = targets.map((documentId) => append(documentId, `${count} ${'x'.repeat(size)}`))
      for (const { documentId, entries } of batch)
        written.get(documentId)?.push(...entries.map(({ update }) => new TextDecoder().decode(update)))
      void note(log.append(batch))
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  let tear = 0
  for (const file of files) file.cut((sectors) => Math.min(sectors, tears[tear++ % tears.length] ?? 0))
  const again = await writeAhead(behind, files, byHand)
  const missing: string[] = []
  for (const documentId of [one, two]) {
    const found = await textsOf(again, documentId)
    const expected =
      written.get(documentId)?.slice(0, Math.max(found.length, answered.get(documentId) ?? 0)) ?? []
    missing.push(...expected.filter((text, i) => found[i] !== text))
  }
  return missing
}
