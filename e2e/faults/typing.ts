/** Turns a recorded piece of writing into what several people would have typed, each upon what they had seen. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { z } from 'zod'

const patches = z.array(z.tuple([z.number(), z.number(), z.string()]))

/** One writer after another, or several at once, each transaction upon its parents. */
const trace = z.object({
  endContent: z.string(),
  txns: z.array(z.object({ patches, parents: z.array(z.number()).optional(), agent: z.number().optional() })),
})
export type Recording = z.infer<typeof trace>

export const readRecording = (file: string): Recording =>
  trace.parse(JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')))

/** The text that is typed into. */
export const textOf = (doc: Y.Doc): Y.Text => doc.getText('recording')

/** One transaction: who makes it, what it does, and how much of everybody's typing it is made upon. */
export type Keystroke = {
  readonly typist: number
  readonly update: Uint8Array
  readonly upon: readonly number[]
}

/** The Yjs client id under which somebody types. */
export const clientIdOf = (typist: number): number => 1_000 + typist

/** After so many keystrokes the next person goes on for the same writer of the recording. */
const shift = 60

class Hand {
  readonly doc = new Y.Doc()
  #made = 0
  #last: Uint8Array = new Uint8Array()

  constructor() {
    this.doc.on('update', (update: Uint8Array) => {
      this.#last = update
    })
  }

  /** The state vector in the order of typists. */
  standing(typists: number): number[] {
    return Array.from({ length: typists }, (_, typist) => Y.getState(this.doc.store, clientIdOf(typist)))
  }

  type(changes: Recording['txns'][number]['patches'], typist: number): Uint8Array {
    this.#made += 1
    this.doc.clientID = clientIdOf(typist)
    this.#last = new Uint8Array()
    this.doc.transact(() => {
      for (const [at, deleted, inserted] of changes) {
        if (deleted > 0) textOf(this.doc).delete(at, deleted)
        if (inserted !== '') textOf(this.doc).insert(at, inserted)
      }
    })
    return this.#last
  }

  /** Which of several people sits here now. */
  turnOf(people: number): number {
    return Math.floor(this.#made / shift) % people
  }
}

/** Everything that is typed, in an order in which it may be. */
export const keystrokesOf = function* ({ txns }: Recording, typists: number): Generator<Keystroke> {
  const agents = 1 + txns.reduce((most, { agent = 0 }) => Math.max(most, agent), 0)
  const hands = Array.from({ length: agents }, () => new Hand())
  /** What each agent typed, in order; how much of each other's every agent has seen. */
  const typed: Uint8Array[][] = hands.map(() => [])
  const seen = hands.map(() => hands.map(() => 0))
  const placeOf: { readonly agent: number; readonly count: number }[] = []
  for (const { patches: changes, parents = [], agent = 0 } of txns) {
    const hand = hands[agent]
    const known = seen[agent]
    if (hand === undefined || known === undefined) throw new Error('Somebody is not there.')
    for (const parent of parents) {
      const place = placeOf[parent]
      if (place === undefined || place.agent === agent) continue
      const from = known[place.agent] ?? 0
      for (const update of typed[place.agent]?.slice(from, place.count) ?? []) Y.applyUpdate(hand.doc, update)
      known[place.agent] = Math.max(from, place.count)
    }
    const typist = (agent + agents * hand.turnOf(Math.max(1, Math.floor(typists / agents)))) % typists
    const upon = hand.standing(typists)
    const update = hand.type(changes, typist)
    typed[agent]?.push(update)
    placeOf.push({ agent, count: typed[agent]?.length ?? 0 })
    if (update.length > 0) yield { typist, update, upon }
  }
}
