import { describe, expect, it } from 'vitest'
import { Doc, encodeStateAsUpdate } from 'yjs'
import { sha256Of } from './checksum.ts'
import type { Append, DocumentLog, Entry, Head } from './document-log.ts'

const one = '00000000-0000-4000-8000-000000000001'
const two = '00000000-0000-4000-8000-000000000002'

/** An update of some client that types so much from so far on. */
const typed = (clientID: number, text = 'x'): Uint8Array => {
  const doc = new Doc()
  doc.clientID = clientID
  doc.getText('body').insert(0, text)
  return encodeStateAsUpdate(doc)
}

const by = (accountId: string, clientId: number, text?: string): Entry => ({
  update: typed(clientId, text),
  accountId,
  newClients: [clientId],
})

const write = (entries: readonly Entry[], base?: number, documentId = one): Append => ({
  documentId,
  generation: 1,
  entries,
  at: 2,
  ...(base !== undefined && { base }),
})

const head = (seq: number, documentId = one): Head => ({ documentId, seq })

/** What every document log must say of what came after a number. */
export const newsContract = (
  name: string,
  open: () => Promise<DocumentLog>,
  { remembersBindings }: { readonly remembersBindings: boolean },
): void => {
  describe(`${name} tells what is new`, () => {
    it('LOG-7 answers the entries after a number, with their accounts', async () => {
      const log = await open()
      expect(await log.since(one, 0)).toBeNull()
      await log.create(one, by('ada', 1), 1)
      await log.append([write([by('bob', 2), { ...by('bob', 2, 'xy'), newClients: [] }])])
      const news = await log.since(one, 1)
      expect(news).toMatchObject({ seq: 3, generation: 1 })
      const entries = news?.entries?.map(({ seq, accountId, update }) => [seq, accountId, [...update]])
      expect(entries).toEqual([
        [2, 'bob', [...typed(2)]],
        [3, 'bob', [...typed(2, 'xy')]],
      ])
      if (remembersBindings) expect(news?.entries?.map(({ newClients }) => newClients)).toEqual([[2], []])
      for (const seq of [3, 4])
        expect(await log.since(one, seq)).toEqual({ seq: 3, generation: 1, entries: [] })
      await log.close()
    })

    it('LOG-7 says that it cannot when an entry is gone, and names the generation after an erasure', async () => {
      const log = await open()
      await log.create(one, by('ada', 1), 1)
      await log.append([write([by('bob', 2)])])
      const state = Uint8Array.of(0, 0)
      const snapshot = { seq: 2, state, sha256: sha256Of(state), yjsVersion: 'y', at: 3 }
      await log.erase({ documentId: one, generation: 1, snapshot, authors: new Map() })
      expect(await log.since(one, 1)).toEqual({ seq: 3, generation: 2, entries: null })
      await log.close()
    })
  })
}

/** What a log must do that several servers write at once. `join` opens it again while it is open. */
export const severalWritersContract = (
  name: string,
  start: () => Promise<() => Promise<DocumentLog>>,
): void => {
  describe(`${name} can be written by several servers`, () => {
    const openThree = async () => {
      const join = await start()
      const logs = [await join(), await join(), await join()] as const
      await logs[0].create(one, null, 1)
      await logs[0].create(two, null, 1)
      const close = (): Promise<unknown> => Promise.all(logs.map((log) => log.close()))
      return { logs, close }
    }

    it('LOG-8 numbers what several servers write at once, and each finds the entries of the others', async () => {
      const { logs, close } = await openThree()
      const rounds = 20
      const answered = await Promise.all(
        logs.map(async (log, who) => {
          const seqs: number[] = []
          for (let round = 0; round < rounds; round++) {
            const ids = who % 2 === 0 ? [one, two] : [two, one]
            const batch = ids.map((id) => write([by(`p${who}`, 10 + who)], undefined, id))
            seqs.push((await log.append(batch)).find((found) => found?.documentId === one)?.seq ?? 0)
          }
          return seqs
        }),
      )
      const all = answered.flat().toSorted((a, b) => a - b)
      expect(all).toEqual(Array.from({ length: rounds * logs.length }, (_, i) => i + 1))
      for (const seqs of answered) expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
      const news = await logs[2].since(one, 0)
      expect(news?.entries?.map(({ seq }) => seq)).toEqual(all)
      await close()
    })

    it('LOG-9 stores nothing of a writer who binds an id that another account has by now', async () => {
      const { logs, close } = await openThree()
      const [first, second] = logs
      expect(await first.append([write([by('ada', 7)])])).toEqual([head(1)])
      const late = write([by('bob', 8), by('bob', 7, 'mine')])
      expect(await second.append([late, write([by('bob', 7)], undefined, two)])).toEqual([null, head(1, two)])
      expect(await second.append([write([by('ada', 7)])])).toEqual([head(2)])
      expect(await second.authors(one)).toEqual(new Map([[7, 'ada']]))
      await close()
    })

    it('LOG-9 lets exactly one win when two bind an id at the same moment', async () => {
      const { logs, close } = await openThree()
      for (let id = 20; id < 40; id++) {
        const heads = await Promise.all(logs.map((log, who) => log.append([write([by(`p${who}`, id)])])))
        expect(heads.flat().filter((found) => found !== null)).toHaveLength(1)
      }
      expect((await logs[0].since(one, 0))?.entries).toHaveLength(20)
      await close()
    })

    it('LOG-10 lets entries of others stand between, but not with the same structs', async () => {
      const { logs, close } = await openThree()
      const [first, second] = logs
      await first.append([write([by('ada', 7, 'abc')], 0)])
      expect(await second.append([write([by('bob', 8)], 0)])).toEqual([head(2)])
      // The same client, who told the other server something else.
      const twice = { ...by('ada', 7, 'xyz'), newClients: [] }
      expect(await second.append([write([twice], 0)])).toEqual([null])
      expect(await second.append([write([twice], 1)])).toEqual([head(3)])
      await close()
    })

    it('LOG-4 does not go back to an older snapshot of a slower server', async () => {
      const { logs, close } = await openThree()
      const [first, second] = logs
      await first.append([write([by('ada', 7), by('ada', 8), by('ada', 9)])])
      const compact = (log: DocumentLog, seq: number): Promise<boolean> => {
        const state = Uint8Array.of(0, 0)
        const snapshot = { seq, state, sha256: sha256Of(state), yjsVersion: 'y', at: seq }
        return log.compact({ documentId: one, generation: 1, snapshot })
      }
      for (const [log, seq] of [
        [first, 3],
        [second, 2],
      ] as const)
        expect(await compact(log, seq)).toBe(true)
      expect((await second.load(one))?.snapshot?.seq).toBe(3)
      expect(await first.uncompacted(9)).toEqual([])
      await close()
    })
  })
}
