import { describe, expect, it } from 'vitest'
import type { DocumentLog, Entry } from './document-log.ts'

const one = '00000000-0000-4000-8000-000000000001'
const two = '00000000-0000-4000-8000-000000000002'

const entry = (byte: number, accountId = 'ada', newClients: readonly number[] = []): Entry => ({
  update: Uint8Array.of(byte, byte),
  accountId,
  newClients,
})

const tailOf = async (log: DocumentLog, documentId: string): Promise<number[] | undefined> =>
  (await log.load(documentId))?.tail.map((update) => update[0] ?? -1)

/**
 * What every document log must do. `open` opens the same log again after a `close`; a log in memory says that it cannot.
 */
export const documentLogContract = (
  name: string,
  start: () => Promise<{ readonly open: () => Promise<DocumentLog>; readonly survives: boolean }>,
): void => {
  describe(`${name} keeps the contract of the document log`, () => {
    const fresh = async (): Promise<DocumentLog> => (await start()).open()

    it('LOG-1 numbers each document without a hole and answers the new heads', async () => {
      const log = await fresh()
      await log.create(one, null, 1)
      await log.create(two, null, 1)
      expect(await log.append([{ documentId: one, entries: [entry(1), entry(2)], at: 2 }])).toEqual([
        { documentId: one, seq: 2 },
      ])
      expect(
        await log.append([
          { documentId: two, entries: [entry(9)], at: 3 },
          { documentId: one, entries: [entry(3)], at: 3 },
        ]),
      ).toEqual([
        { documentId: two, seq: 1 },
        { documentId: one, seq: 3 },
      ])
      expect(await tailOf(log, one)).toEqual([1, 2, 3])
      expect(new Map((await log.heads()).map(({ documentId, seq }) => [documentId, seq]))).toEqual(
        new Map([
          [one, 3],
          [two, 1],
        ]),
      )
      await log.close()
    })

    it('LOG-1 appends all of a batch or nothing', async () => {
      const log = await fresh()
      await log.create(one, null, 1)
      const batch = [
        { documentId: one, entries: [entry(1)], at: 2 },
        { documentId: two, entries: [entry(2)], at: 2 },
      ]
      await expect(log.append(batch)).rejects.toThrow('No such document')
      expect(await tailOf(log, one)).toEqual([])
      await log.close()
    })

    it('LOG-2 still has after opening again what was appended before closing', async (test) => {
      const { open, survives } = await start()
      if (!survives)
        test.skip('A log in memory ends with its process; only logs on disk can prove this rule.')
      const log = await open()
      await log.create(one, entry(1, 'server', [7]), 1)
      await log.append([{ documentId: one, entries: [entry(2)], at: 2 }])
      await log.close()
      const again = await open()
      expect(await tailOf(again, one)).toEqual([1, 2])
      expect(await again.authors(one)).toEqual(new Map([[7, 'server']]))
      await again.close()
    })

    it('LOG-3 leaves a client id with the first account it was bound to', async () => {
      const log = await fresh()
      await log.create(one, null, 1)
      await log.append([
        { documentId: one, entries: [entry(1, 'ada', [11]), entry(2, 'bob', [11, 4_294_967_295])], at: 2 },
      ])
      const authors = new Map([
        [11, 'ada'],
        [4_294_967_295, 'bob'],
      ])
      expect(await log.authors(one)).toEqual(authors)
      expect((await log.load(one))?.authors).toEqual(authors)
      expect(await log.authors(two)).toEqual(new Map())
      await log.close()
    })

    it('LOG-4 puts a snapshot in the place of the entries up to its number', async () => {
      const log = await fresh()
      await log.create(one, null, 1)
      await log.append([{ documentId: one, entries: [entry(1), entry(2), entry(3)], at: 2 }])
      await log.compact({ documentId: one, seq: 2, state: Uint8Array.of(42), at: 3 })
      await log.append([{ documentId: one, entries: [entry(4)], at: 4 }])
      const stored = await log.load(one)
      expect([...(stored?.snapshot ?? [])]).toEqual([42])
      expect(stored?.seq).toBe(4)
      expect(await tailOf(log, one)).toEqual([3, 4])
      await log.close()
    })

    it('LOG-5 makes a document once and knows which are there', async () => {
      const log = await fresh()
      expect(await log.create(one, entry(1), 1)).toBe(true)
      expect(await log.create(one, entry(2), 1)).toBe(false)
      expect(await tailOf(log, one)).toEqual([1])
      expect([await log.exists(one), await log.exists(two)]).toEqual([true, false])
      expect(await log.load(two)).toBeNull()
      await log.close()
    })
  })
}
