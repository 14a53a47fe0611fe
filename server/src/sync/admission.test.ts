import { closeCode } from '@rondo/shared/wire/close-code.ts'
import { describe, expect, it } from 'vitest'
import type { Access, AccessAnswer } from './access.ts'
import { aDocument, World } from './testing/world.ts'

const otherDocument = '00000000-0000-4000-8000-00000000dead'

const granted = (id: string, mode: 'read' | 'write' = 'write'): AccessAnswer => ({
  kind: 'granted',
  account: { id, name: id, colour: 2, colourHex: '#112233' },
  mode,
  sessionId: `session of ${id}`,
})

/** Access that the test can change, and hold back. */
class Rules implements Access {
  answer: (id: string) => AccessAnswer = (id) => granted(id)
  gate: Promise<void> | null = null
  asked = 0

  async authorize({
    cookieHeader = '',
  }: {
    readonly cookieHeader: string | undefined
  }): Promise<AccessAnswer> {
    this.asked += 1
    await this.gate
    return this.answer(cookieHeader)
  }
}

const worldWith = async (rules: Rules, limits = {}) => World.withDocument({ access: rules, limits })

describe('at the door', () => {
  it('ADM-2 nobody without a session gets a byte of a document', async () => {
    const world = await World.withDocument()
    const nobody = world.join(undefined)
    await world.quiet()
    expect(nobody.closes).toEqual([{ code: closeCode.signedOut, reason: 'no session' }])
    expect(nobody.received).toEqual([])
    expect(nobody.heard).toEqual([])
  })

  it('ADM-3 a forbidden document and one that is not there answer alike, and none is made', async () => {
    const rules = new Rules()
    const world = await worldWith(rules)
    const atUnknown = world.join('ada', otherDocument)
    await world.quiet()
    rules.answer = () => ({ kind: 'absent' })
    const atForbidden = world.join('ada')
    await world.quiet()
    expect(atUnknown.closes).toEqual([{ code: closeCode.notFound, reason: 'not found' }])
    expect(atForbidden.closes).toEqual(atUnknown.closes)
    expect([...atUnknown.heard, ...atForbidden.heard, ...atForbidden.received]).toEqual([])
    expect(await world.server.sync.exists(otherDocument)).toBe(false)
  })

  it('ADM-4 what is said before access is decided waits, and is heard afterwards', async () => {
    const rules = new Rules()
    const world = await worldWith(rules)
    const { promise, resolve } = Promise.withResolvers<void>()
    rules.gate = promise
    const ada = world.join('ada')
    await world.move()
    expect(ada.heard).toEqual([])
    resolve()
    await world.quiet()
    expect(ada.synced).toBe(true)
  })

  it('ADM-4 who says too much before access is decided is closed', async () => {
    const rules = new Rules()
    const world = await worldWith(rules)
    rules.gate = new Promise(() => {})
    const [talker, heavy] = [world.join('talker'), world.join('heavy')]
    for (let i = 0; i < 17; i++) talker.sendRaw(Uint8Array.of(3))
    heavy.sendRaw(new Uint8Array(70_000))
    await world.move()
    expect([talker, heavy].map(({ closes }) => closes[0]?.code)).toEqual([
      closeCode.tooMany,
      closeCode.tooMany,
    ])
  })

  it('ADM-4 a decision that takes too long ends the socket', async () => {
    const rules = new Rules()
    const world = await worldWith(rules)
    rules.gate = new Promise(() => {})
    const ada = world.join('ada')
    await world.move()
    world.clock.advance(5_100)
    expect(ada.closes[0]?.code).toBe(closeCode.internal)
  })

  it('ADM-8 one account may not take every place', async () => {
    const world = await worldWith(new Rules(), { socketsPerAccount: 2 })
    const peers = [world.join('ada'), world.join('ada')]
    await world.quiet()
    const third = world.join('ada')
    const bob = world.join('bob')
    await world.quiet()
    expect(third.closes).toEqual([{ code: closeCode.tooMany, reason: 'too many sockets' }])
    expect([...peers, bob].every(({ isConnected }) => isConnected)).toBe(true)
  })
})

describe('when access changes', () => {
  it('ADM-6 who lost it is closed at once, and what they still send goes nowhere', async () => {
    const rules = new Rules()
    const world = await worldWith(rules)
    const [ada, bob, carol] = [world.join('ada'), world.join('bob'), world.join('carol')]
    await world.quiet()
    rules.answer = (id) =>
      ({ ada: { kind: 'absent' } as const, bob: { kind: 'no-session' } as const })[id] ?? granted(id)
    ada.type('too late')
    await world.server.sync.recheck(({ documentId }) => documentId === aDocument)
    await world.quiet()
    expect(ada.closes).toEqual([{ code: closeCode.revoked, reason: 'no access' }])
    expect(bob.closes).toEqual([{ code: closeCode.signedOut, reason: 'no session' }])
    expect(carol.isConnected).toBe(true)
    expect(carol.text).toBe('')
  })

  it('ADM-6 only chosen sockets are asked about', async () => {
    const rules = new Rules()
    const world = await worldWith(rules)
    world.join('ada')
    world.join('bob')
    await world.quiet()
    const before = rules.asked
    await world.server.sync.recheck(
      ({ accountId, sessionId }) => accountId === 'ada' && sessionId === 'session of ada',
    )
    expect(rules.asked - before).toBe(1)
  })

  it('ADM-6 who may only read from now on is told, and nothing they write is taken', async () => {
    const rules = new Rules()
    const world = await worldWith(rules)
    const [ada, bob] = [world.join('ada'), world.join('bob')]
    await world.quiet()
    rules.answer = (id) => granted(id, id === 'ada' ? 'read' : 'write')
    await world.server.sync.recheck(() => true)
    ada.type('after the fact')
    await world.quiet()
    expect(ada.heard.filter(({ kind }) => kind === 'mode').at(-1)).toMatchObject({ mode: 'read' })
    expect(ada.heard.at(-1)).toMatchObject({ kind: 'reject', reason: 'read-only' })
    expect(bob.text).toBe('')
  })

  it('ADM-6 when access cannot be asked nobody keeps it', async () => {
    const rules = new Rules()
    const world = await worldWith(rules)
    const ada = world.join('ada')
    await world.quiet()
    rules.answer = () => {
      throw new Error('database away')
    }
    await world.server.sync.recheck(() => true)
    expect(ada.closes[0]?.code).toBe(closeCode.internal)
  })

  it('ADM-7 who lost it while waiting at the door does not come in', async () => {
    const rules = new Rules()
    const world = await worldWith(rules)
    const { promise, resolve } = Promise.withResolvers<void>()
    rules.gate = promise
    const first = rules.answer
    let calls = 0
    rules.answer = (id) => {
      calls += 1
      return calls === 1 ? first(id) : { kind: 'absent' }
    }
    const ada = world.join('ada')
    await world.move()
    await world.server.sync.recheck(() => true)
    resolve()
    await world.quiet()
    expect(ada.closes).toEqual([{ code: closeCode.notFound, reason: 'not found' }])
    expect(ada.heard).toEqual([])
  })
})
