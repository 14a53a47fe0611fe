import { cp, mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { markAsCopy } from './copy-mark.ts'
import { openEmbeddedLog } from './embedded-log.ts'
import { encodeRecord } from './write-ahead/record.ts'

const one = '00000000-0000-4000-8000-000000000001'
const entry = (byte: number) => ({ update: Uint8Array.of(byte), accountId: 'ada', newClients: [] })

const folders: string[] = []
const freshFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'rondo-embedded-'))
  folders.push(folder)
  return folder
}
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

describe('a backup that is put back', () => {
  it('GEN-11 has all that was written, in a generation that was never used, and only once', async () => {
    const [folder, copy] = [await freshFolder(), await freshFolder()]
    const log = await openEmbeddedLog(folder)
    await log.create(one, entry(1), 1)
    await log.append([{ documentId: one, generation: 1, entries: [entry(2)], at: 2 }])
    await cp(folder, copy, { recursive: true })
    await log.close()
    markAsCopy(join(copy, 'documents.sqlite'))
    const restored = await openEmbeddedLog(copy)
    const generation = (await restored.load(one))?.generation ?? 0
    expect(generation).toBeGreaterThan(1_700_000_000)
    expect((await restored.load(one))?.tail.map(([byte]) => byte)).toEqual([1, 2])
    const late = { documentId: one, generation: 1, entries: [entry(3)], at: 3 }
    expect(await restored.append([late])).toEqual([null])
    await restored.close()
    const again = await openEmbeddedLog(copy)
    expect((await again.load(one))?.generation).toBe(generation)
    await again.close()
  })
})

/** Files below a folder that this process holds open; null where the system does not tell. */
const heldIn = async (folder: string): Promise<readonly string[] | null> => {
  const handles = await readdir('/proc/self/fd').catch(() => null)
  if (handles === null) return null
  const paths = await Promise.all(handles.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')))
  return paths.filter((path) => path.startsWith(folder))
}

describe('a log that cannot be opened', () => {
  it('LOG-12 leaves no file open, and what it holds is there once the fault is mended', async () => {
    const folder = await freshFolder()
    const log = await openEmbeddedLog(folder)
    await log.create(one, entry(1), 1)
    expect((await heldIn(folder))?.length).not.toBe(0)
    await log.close()
    const tooLate = [{ documentId: one, generation: 1, seq: 9, entries: [entry(9)], at: 2 }]
    const ahead = join(folder, 'documents.ahead-1')
    await writeFile(ahead, encodeRecord(1, tooLate))
    for (let i = 0; i < 3; i++) await expect(openEmbeddedLog(folder)).rejects.toThrow(/misses entries/)
    expect((await heldIn(folder)) ?? []).toEqual([])
    await rm(ahead)
    const mended = await openEmbeddedLog(folder)
    expect((await mended.load(one))?.tail).toHaveLength(1)
    await mended.close()
  })
})
