import 'fake-indexeddb/auto'
import { closeCode } from '@rondo/shared/wire/close-code.ts'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { open, passTimeByHand } from './testing/by-hand.ts'
import { FakeLine } from './testing/fake-line.ts'

/** What may happen to one tab, its line and a server that stores only what it acknowledges. */
type Act = 'type' | 'take' | 'acknowledge' | 'break' | 'wait' | 'crash' | 'reopen'
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Act>('type') },
  { weight: 6, arbitrary: fc.constant<Act>('take') },
  { weight: 6, arbitrary: fc.constant<Act>('acknowledge') },
  { weight: 2, arbitrary: fc.constant<Act>('break') },
  { weight: 4, arbitrary: fc.constant<Act>('wait') },
  { weight: 1, arbitrary: fc.constant<Act>('crash') },
  { weight: 1, arbitrary: fc.constant<Act>('reopen') },
)

/** A server that applies what it takes to memory, and has on disk what it acknowledged. */
class Server {
  #disk = Y.encodeStateAsUpdate(new Y.Doc())
  #memory = new Y.Doc()
  #line: FakeLine | undefined
  #taken = 0
  readonly #acknowledgesFromMemory: boolean

  constructor(acknowledgesFromMemory: boolean) {
    this.#acknowledgesFromMemory = acknowledgesFromMemory
  }

  meet(line: FakeLine): void {
    if (line.readyState !== 0) return
    this.#line = line
    this.#taken = 0
    line.open()
    line.join(this.#memory)
  }
  take(): void {
    if (this.#line?.readyState === 1) this.#taken = this.#line.take(this.#memory, this.#taken)
  }
  acknowledge(): void {
    if (this.#line?.readyState !== 1) return
    if (!this.#acknowledgesFromMemory) this.#disk = Y.encodeStateAsUpdate(this.#memory)
    this.#line.tell({ kind: 'ack', count: this.#taken, seq: 1 })
  }
  /** A power cut: what was only in memory is gone. */
  crash(): void {
    this.#line?.end(closeCode.restarting)
    this.#memory = new Y.Doc()
    Y.applyUpdate(this.#memory, this.#disk)
  }
  break(): void {
    this.#line?.end(1006)
  }
  get stored(): string {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, this.#disk)
    return doc.getXmlFragment('body').toJSON()
  }
}

let member = 0
const settle = async (): Promise<void> => {
  await vi.advanceTimersByTimeAsync(1_500)
  await new Promise((resolve) => setImmediate(resolve))
}

passTimeByHand()

const live = async (acts: readonly Act[], acknowledgesFromMemory = false): Promise<void> => {
  const memberId = `member-${++member}`
  const server = new Server(acknowledgesFromMemory)
  const tokens: string[] = []
  let handle = open({ memberId })
  const lineOf = (): FakeLine | undefined => FakeLine.all.at(-1)
  const step: Record<Act, () => Promise<void> | void> = {
    type: () => {
      if (!handle.status.get().mayWrite) return
      const token = `t${tokens.length};`
      tokens.push(token)
      handle.body.push([new Y.XmlText(token)])
    },
    take: () => server.take(),
    acknowledge: () => server.acknowledge(),
    break: () => server.break(),
    crash: () => server.crash(),
    wait: async () => {
      await settle()
      const line = lineOf()
      if (line !== undefined) server.meet(line)
    },
    reopen: async () => {
      if (handle.wouldLose()) return
      await handle.close()
      handle = open({ memberId })
      await settle()
    },
  }
  for (const act of acts) {
    await step[act]()
    if (handle.saved.get().kind === 'saved')
      for (const token of tokens) expect(server.stored).toContain(token)
  }
  for (let i = 0; i < 80 && handle.saved.get().kind !== 'saved'; i++) {
    for (const act of ['wait', 'take', 'acknowledge'] as const) await step[act]()
  }
  expect(handle.saved.get()).toEqual({ kind: 'saved' })
  for (const token of tokens) expect(server.stored.split(token)).toHaveLength(2)
  await handle.close()
}

const anyStory = fc.array(anyAct, { minLength: 10, maxLength: 40 })

it('whatever happens to line, server and tab, saved means stored, and in the end everything is there once', async () => {
  const property = fc.asyncProperty(anyStory, (acts) => live(acts))
  await fc.assert(property, { numRuns: 100, seed: 20_261_122 })
}, 60_000)

it('a server that acknowledges from memory is found out', async () => {
  const property = fc.asyncProperty(anyStory, (acts) => live(acts, true))
  const { failed } = await fc.check(property, { numRuns: 100, seed: 20_261_122, endOnFailure: true })
  expect(failed).toBe(true)
}, 60_000)
