import { closeCode } from '@rondo/shared/wire/close-code.ts'
import { afterEach, expect, it } from 'vitest'
import { SyncHost } from '../faults/target.ts'
import { bombs, leaveGaps, MOST_BOMB_BYTES, type Signed, swallow, trySending } from './poison.ts'

let host: SyncHost | undefined
afterEach(() => host?.dispose())

/** The document server alone, with or without one of its promises. */
const serve = async (fault: string | null) => {
  host = new SyncHost({ fault })
  await host.start()
  const { origin, documents, cookieOf } = host
  const [victim, mallory]: Signed[] = [0, 1].map((i) => ({ origin, cookie: cookieOf(i) }))
  if (victim === undefined || mallory === undefined) throw new Error('It takes two.')
  return { host, victim, mallory, documentId: documents[0] ?? '' }
}

it('T13 WRT-1 a server that binds no client ids is caught losing what somebody types next', async () => {
  const { victim, mallory, documentId } = await serve('ids-bound')
  expect(await swallow(victim, mallory, documentId, 1_000)).toEqual({ refused: false, isSeen: false })
})

it('T14 WRT-2 a server that lets gaps wait is caught taking them', async () => {
  const { mallory, documentId } = await serve('gaps-refused')
  expect(await leaveGaps(mallory, documentId, 20)).toMatchObject({ fate: 'taken' })
})

it('T15 SCN-1 a server that believes counts is caught making room for them', async () => {
  const { host: believing, mallory, documentId } = await serve('counts-checked')
  const before = believing.peakBytes()
  for (const bomb of bombs.slice(0, 4))
    expect(await trySending(mallory, documentId, bomb)).toMatchObject({ code: closeCode.badFrame })
  expect(believing.peakBytes() - before).toBeGreaterThan(MOST_BOMB_BYTES)
})
