import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { markAsCopy } from './copy-mark.ts'
import { openEmbeddedLog } from './embedded-log.ts'

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
