import type { DocumentId, MemberId } from '@rondo/shared/kernel/id.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Doc } from 'yjs'
import { temporaryContext } from '../journal/temporary-context.ts'
import { transact } from '../platform/db/database.ts'
import { type DocumentProjection, runDocumentProjection } from './document-projection.ts'
import { type JournalProjection, runJournalProjection } from './journal-projection.ts'

let context: Awaited<ReturnType<typeof temporaryContext>>
beforeEach(async () => {
  context = await temporaryContext()
})
afterEach(() => context.close())

const joined = async (count: number) => {
  await transact(context.db, (tx) =>
    context.journal.append(
      tx,
      Array.from({ length: count }, () => ({
        name: 'member.joined' as const,
        payload: { memberId: context.ids.next<'member'>() satisfies MemberId },
        audience: { everyone: true as const },
        by: null,
      })),
    ),
  )
}

const seen: number[] = []
const view: JournalProjection = {
  name: 'view',
  version: 1,
  forget: async () => void seen.splice(0),
  apply: async (_, fact) => void seen.push(fact.seq),
}
beforeEach(() => void seen.splice(0))

test('Every fact is applied once, in order, over restarts.', async () => {
  await joined(3)
  const first = runJournalProjection(context, view)
  await first.settled()
  await joined(250)
  await first.settled()
  await first.stop()
  await joined(2)
  const second = runJournalProjection(context, view)
  await second.settled()
  await second.stop()
  expect(seen).toEqual(Array.from({ length: 255 }, (_, i) => i + 1))
})

test('A failing step is tried again and nothing of the failed try remains.', async () => {
  await joined(2)
  let failures = 2
  const runner = runJournalProjection(context, {
    ...view,
    apply: async (tx, fact) => {
      await tx
        .insertInto('workspace')
        .values({ id: 1, name: 'w', createdAt: fact.seq })
        .onConflict((c) => c.doNothing())
        .execute()
      if (fact.seq === 2 && failures-- > 0) throw new Error('not now')
      seen.push(fact.seq)
    },
  })
  await runner.settled()
  await runner.stop()
  expect(seen).toEqual([1, 1, 1, 2])
})

test('A new version forgets the view and makes it anew from the first fact.', async () => {
  await joined(2)
  const first = runJournalProjection(context, view)
  await first.settled()
  await first.stop()
  const second = runJournalProjection(context, { ...view, version: 2 })
  await second.settled()
  await second.stop()
  expect(seen).toEqual([1, 2])
})

test('Documents that changed while nobody looked are looked at; one that fails does not hold up the others.', async () => {
  const saved: [string, number][] = []
  const heads = new Map([
    ['bad', 1],
    ['good', 1],
  ])
  let listen: (head: { documentId: string; seq: number }) => void = () => undefined
  const documents = {
    heads: async () => [...heads].map(([documentId, seq]) => ({ documentId, seq })),
    onSettled: (hear: typeof listen) => {
      listen = hear
      return () => undefined
    },
    read: async <T>(documentId: string, look: (doc: Doc) => T) => ({
      value: look(new Doc()),
      seq: heads.get(documentId) ?? 0,
    }),
  }
  let failures = 2
  const projection: DocumentProjection<null> = {
    name: 'outline',
    version: 1,
    pace: 'live',
    look: () => null,
    save: async (_, documentId: DocumentId, __, seq) => {
      if (documentId === 'bad' && failures-- > 0) throw new Error('not now')
      saved.push([documentId, seq])
    },
  }
  const first = runDocumentProjection(context, documents, projection)
  await first.settled()
  expect(saved).toEqual([
    ['good', 1],
    ['bad', 1],
  ])
  heads.set('good', 2)
  listen({ documentId: 'good', seq: 2 })
  await first.settled()
  await first.stop()
  heads.set('bad', 5)
  const second = runDocumentProjection(context, documents, projection)
  await second.settled()
  await second.stop()
  expect(saved.slice(2)).toEqual([
    ['good', 2],
    ['bad', 5],
  ])
})
