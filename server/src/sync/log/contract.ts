import { describe, expect, it } from 'vitest'
import { sha256Of } from './checksum.ts'
import type { Append, DocumentLog, Entry, Snapshot } from './document-log.ts'

const one = '00000000-0000-4000-8000-000000000001'
const two = '00000000-0000-4000-8000-000000000002'

const entry = (byte: number, accountId = 'ada', newClients: readonly number[] = []): Entry => ({
  update: Uint8Array.of(byte, byte),
  accountId,
  newClients,
})

const day = 86_400_000

/** Entries of the first document. */
const write = (...entries: readonly Entry[]): Append => ({ documentId: one, generation: 1, entries, at: 2 })

const snapshot = (seq: number, at: number): Snapshot => {
  const state = Uint8Array.of(seq, seq)
  return { seq, state, sha256: sha256Of(state), yjsVersion: 'y', at }
}

const compact = (log: DocumentLog, seq: number, at: number): Promise<boolean> =>
  log.compact({ documentId: one, generation: 1, snapshot: snapshot(seq, at) })

/** With what a load of the first document begins, what follows, and whether that is all. */
const shapeOf = async (log: DocumentLog, before?: number): Promise<[number, number[], boolean]> => {
  const stored = await log.load(one, before)
  return [
    stored?.snapshot?.seq ?? 0,
    (stored?.tail ?? []).map((update) => update[0] ?? -1),
    stored?.intact ?? false,
  ]
}

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
      expect(
        await log.append([{ documentId: one, generation: 1, entries: [entry(1), entry(2)], at: 2 }]),
      ).toEqual([{ documentId: one, seq: 2 }])
      expect(
        await log.append([
          { documentId: two, generation: 1, entries: [entry(9)], at: 3 },
          { documentId: one, generation: 1, entries: [entry(3)], at: 3 },
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
        { documentId: one, generation: 1, entries: [entry(1)], at: 2 },
        { documentId: two, generation: 1, entries: [entry(2)], at: 2 },
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
      await log.append([{ documentId: one, generation: 1, entries: [entry(2)], at: 2 }])
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
        {
          documentId: one,
          generation: 1,
          entries: [entry(1, 'ada', [11]), entry(2, 'bob', [11, 4_294_967_295])],
          at: 2,
        },
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
      await log.append([write(entry(1), entry(2), entry(3))])
      expect(await log.compact({ documentId: one, generation: 1, snapshot: snapshot(2, 3) })).toBe(true)
      await log.append([write(entry(4))])
      const stored = await log.load(one)
      expect(stored).toMatchObject({ seq: 4, intact: true, snapshot: { seq: 2, at: 3, yjsVersion: 'y' } })
      expect([...(stored?.snapshot?.state ?? [])]).toEqual([2, 2])
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

    it('RET-1 keeps what a snapshot supersedes, so that an older one can stand in for it', async () => {
      const log = await fresh()
      await log.create(one, null, 1)
      await log.append([write(entry(1), entry(2), entry(3))])
      for (const seq of [1, 3]) await compact(log, seq, seq)
      await log.append([write(entry(4))])
      expect(await shapeOf(log)).toEqual([3, [4], true])
      expect(await shapeOf(log, 3)).toEqual([1, [2, 3, 4], true])
      expect(await shapeOf(log, 1)).toEqual([0, [1, 2, 3, 4], true])
      await log.close()
    })

    it('RET-2 keeps of superseded snapshots the one before and the last of each day', async () => {
      const log = await fresh()
      await log.create(one, null, 1)
      await log.append([write(...[1, 2, 3, 4, 5, 6].map((byte) => entry(byte)))])
      for (const [seq, at] of [
        [1, 1],
        [2, 2],
        [3, day + 1],
        [4, day + 2],
        [5, day + 3],
        [6, day + 4],
      ] as const)
        await compact(log, seq, at)
      const bases = await Promise.all([undefined, 6, 5, 4, 3, 2].map((before) => shapeOf(log, before)))
      expect(bases.map(([base]) => base)).toEqual([6, 5, 2, 2, 2, 0])
      await log.close()
    })

    it('RET-3 prunes what was superseded before an instant, up to a snapshot that stays', async () => {
      const log = await fresh()
      await log.create(one, null, 1)
      await log.append([write(entry(1), entry(2), entry(3), entry(4))])
      for (const seq of [1, 2, 3]) await compact(log, seq, seq * day)
      await log.prune(2 * day + 1)
      expect(await shapeOf(log)).toEqual([3, [4], true])
      expect(await shapeOf(log, 3)).toEqual([2, [3, 4], true])
      expect(await shapeOf(log, 2)).toEqual([0, [3, 4], false])
      await log.prune(9 * day)
      expect(await shapeOf(log)).toEqual([3, [4], true])
      expect(await shapeOf(log, 3)).toEqual([0, [4], false])
      await log.close()
    })

    it('RET-4 names documents that wait long for a snapshot', async () => {
      const log = await fresh()
      await log.create(one, entry(1), 10)
      await log.create(two, null, 10)
      await log.append([{ documentId: two, generation: 1, entries: [entry(2)], at: 30 }])
      expect(await log.uncompacted(10)).toEqual([])
      expect(await log.uncompacted(20)).toEqual([one])
      expect((await log.uncompacted(40)).toSorted()).toEqual([one, two])
      await compact(log, 1, 50)
      expect(await log.uncompacted(60)).toEqual([two])
      await log.close()
    })

    it('GEN-1 erases everything but one state, and numbers and generations go on', async () => {
      const { open, survives } = await start()
      const log = await open()
      await log.create(one, entry(1, 'ada', [7, 8]), 1)
      await log.append([write(entry(2))])
      await compact(log, 1, 2)
      const authors = new Map([[99, 'ada']])
      const erasure = { documentId: one, generation: 1, snapshot: snapshot(0, 3), authors }
      expect(await log.erase(erasure)).toEqual({ seq: 3, generation: 2 })
      expect(await log.erase(erasure)).toBeNull()
      const check = async (from: DocumentLog): Promise<void> => {
        const stored = await from.load(one)
        expect(stored).toMatchObject({ seq: 3, generation: 2, tail: [], intact: true, authors })
        expect([...(stored?.snapshot?.state ?? [])]).toEqual([0, 0])
        expect(stored?.erased).toEqual(new Set([7, 8]))
        expect(await shapeOf(from, 3)).toEqual([0, [], false])
      }
      await check(log)
      await log.close()
      if (!survives) return
      const again = await open()
      await check(again)
      await again.close()
    })

    it('GEN-2 stores nothing of an earlier generation, and the rest of the batch', async () => {
      const log = await fresh()
      await log.create(one, entry(1), 1)
      await log.create(two, null, 1)
      await log.erase({ documentId: one, generation: 1, snapshot: snapshot(0, 3), authors: new Map() })
      const late = { documentId: two, generation: 1, entries: [entry(5)], at: 4 }
      expect(await log.append([write(entry(2)), late])).toEqual([null, { documentId: two, seq: 1 }])
      expect(await log.compact({ documentId: one, generation: 1, snapshot: snapshot(2, 5) })).toBe(false)
      expect(await shapeOf(log)).toEqual([2, [], true])
      expect(await log.append([{ ...write(entry(6)), generation: 2 }])).toEqual([{ documentId: one, seq: 3 }])
      await log.close()
    })

    it('GEN-3 raises the generation of every document beyond any that was used', async () => {
      const log = await fresh()
      await log.create(one, entry(1), 1)
      await log.raiseGenerations(5_999)
      await log.create(two, null, 1)
      const generations = async () =>
        Promise.all([one, two].map(async (id) => (await log.load(id))?.generation))
      expect(await generations()).toEqual([5, 1])
      await log.raiseGenerations(5_999)
      expect(await generations()).toEqual([6, 5])
      await log.close()
    })
  })
}
