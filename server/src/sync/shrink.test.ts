import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { canonicalContent, canonicalState } from './canonical.ts'
import { buildDoc } from './load.ts'
import { sha256Of } from './log/checksum.ts'
import { shrink } from './shrink.ts'
import { shrinkThread } from './shrink-thread.ts'
import { Dice } from './testing/dice.ts'
import { writeAtRandom } from './testing/random-page.ts'

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/** Two people write a page at random, through a server's replica. */
const aPage = (seed: number) => {
  const dice = new Dice(seed)
  const live = new Y.Doc()
  const tail: Uint8Array[] = []
  live.on('update', (update: Uint8Array) => tail.push(update))
  const peers = [new Y.Doc(), new Y.Doc()]
  for (let i = 0; i < 120; i++) {
    const peer = dice.pick(peers)
    writeAtRandom(peer, dice)
    if (dice.upTo(3) > 0) continue
    Y.applyUpdate(live, Y.encodeStateAsUpdate(peer, Y.encodeStateVector(live)))
    Y.applyUpdate(peer, Y.encodeStateAsUpdate(live, Y.encodeStateVector(peer)))
  }
  return { live, tail }
}

describe('a compacted state', () => {
  it('CMP-1 says what the entries say, in the very bytes of the replica that people see (40 seeds)', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { live, tail } = aPage(seed)
      const state = shrink({ snapshot: null, tail })?.state ?? new Uint8Array()
      const fresh = buildDoc({ snapshot: null, tail: [state] })
      expect(canonicalContent(fresh), `seed ${seed}`).toBe(canonicalContent(live))
      expect(Y.equalSnapshots(Y.snapshot(fresh), Y.snapshot(live)), `seed ${seed}`).toBe(true)
      const liveState = canonicalState(Y.encodeStateAsUpdate(live))
      expect(Buffer.compare(Y.encodeStateAsUpdate(fresh), liveState), `seed ${seed}`).toBe(0)
    }
  })

  it('CMP-2 holds no deleted text; with the deliberate defect it does', () => {
    const doc = new Y.Doc({ gc: false })
    const tail: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => tail.push(update))
    doc.getText('body').insert(0, 'kept canary')
    doc.getText('body').delete(4, 7)
    expect(textOf(shrink({ snapshot: null, tail })?.state ?? new Uint8Array())).not.toContain('canary')
    expect(textOf(shrink({ snapshot: null, tail }, true)?.state ?? new Uint8Array())).toContain('canary')
  })

  it('CMP-3 is not made where an entry builds on what never came', () => {
    const { tail } = aPage(1)
    expect(shrink({ snapshot: null, tail: tail.slice(1) })).toBeNull()
  })

  it('CMP-4 is computed in a thread of its own, which says what it could not do and goes on', async () => {
    const thread = shrinkThread()
    const { tail } = aPage(2)
    const [fine, broken, again] = await Promise.allSettled([
      thread.run({ snapshot: null, tail }),
      thread.run({ snapshot: null, tail: [Uint8Array.of(1, 2, 3)] }),
      thread.run({ snapshot: null, tail }),
    ])
    expect(broken.status).toBe('rejected')
    for (const result of [fine, again]) {
      const shrunk = result.status === 'fulfilled' ? result.value : null
      expect(shrunk?.sha256).toBe(sha256Of(shrunk?.state ?? new Uint8Array()))
      expect(shrunk).toEqual(shrink({ snapshot: null, tail }))
    }
    const stopped = thread.run({ snapshot: null, tail })
    await Promise.all([expect(stopped).rejects.toThrow('ended'), Promise.resolve().then(() => thread.stop())])
  })
})
