import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { z } from 'zod'

/** Real editing traces lie beside the project and are not part of it; see `findInput`. */
const folder = new URL('../../../shared/data/', import.meta.url)

/** The path of a file of real input beside the project, or nothing where it was not handed over. */
export const findInput = (path: string): string | undefined => {
  const file = fileURLToPath(new URL(path, folder))
  return existsSync(file) ? file : undefined
}

const concurrentTrace = z.object({
  kind: z.literal('concurrent'),
  endContent: z.string(),
  numAgents: z.number(),
  txns: z.array(
    z.object({
      parents: z.array(z.number()),
      agent: z.number(),
      patches: z.array(z.tuple([z.number(), z.number(), z.string()])),
    }),
  ),
})
export type Trace = z.infer<typeof concurrentTrace>

export const readTrace = (file: string): Trace =>
  concurrentTrace.parse(JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')))

/** One keystroke of one writer, as the update that their editor would send. */
export interface Keystroke {
  agent: number
  update: Uint8Array
  /** How many keystrokes of each writer had been seen when this one was made. */
  seen: number[]
}

/**
 * Turns a trace into updates, each made upon exactly what its writer had seen by then.
 *
 * @param start the state of the document before the first keystroke
 * @param textOf finds the text that the trace writes into
 * @param clientIds the Yjs client id of each writer
 */
export const keystrokesOf = (
  trace: Trace,
  start: Uint8Array,
  textOf: (doc: Y.Doc) => Y.XmlText,
  clientIds: readonly number[],
): Keystroke[] => {
  const writers = clientIds.map((clientId) => new Writer(start, clientId, textOf, clientIds.length))
  const typed: Keystroke[] = []
  // What each writer typed, in their order: whoever sees one of these has seen all before it.
  const lines: Keystroke[][] = clientIds.map(() => [])
  for (const { agent, parents, patches } of trace.txns) {
    const writer = writers[agent]
    if (!writer) throw new Error(`The trace names writer ${agent}, who is not there.`)
    for (const parent of parents) catchUp(writer, agent, typed[parent], lines)
    const keystroke = { agent, ...writer.type(agent, patches) }
    typed.push(keystroke)
    lines[agent]?.push(keystroke)
  }
  return typed
}

/** Some keystrokes of one writer, made without a look at what the other did in between. */
export interface Burst extends Keystroke {
  strokes: number
}

/** Joins what one writer typed in one go, `most` keystrokes at a time. */
export const inBursts = (keystrokes: readonly Keystroke[], most: number): Burst[] => {
  const bursts: { agent: number; updates: Uint8Array[]; seen: number[] }[] = []
  for (const { agent, update, seen } of keystrokes) {
    const last = bursts.at(-1)
    if (last?.agent === agent && last.updates.length < most && isSameBut(agent, last.seen, seen))
      last.updates.push(update)
    else bursts.push({ agent, updates: [update], seen })
  }
  return bursts.map(({ agent, updates, seen }) => ({
    agent,
    seen,
    strokes: updates.length,
    update: updates.length === 1 ? (updates[0] as Uint8Array) : Y.mergeUpdates(updates),
  }))
}

const isSameBut = (self: number, one: readonly number[], other: readonly number[]): boolean =>
  one.every((count, agent) => agent === self || count === other[agent])

const catchUp = (
  writer: Writer,
  self: number,
  parent: Keystroke | undefined,
  lines: readonly Keystroke[][],
): void => {
  if (!parent || parent.agent === self) return
  const line = lines[parent.agent] ?? []
  for (const keystroke of line.slice(writer.seen[parent.agent], line.indexOf(parent) + 1))
    writer.see(keystroke)
}

class Writer {
  readonly seen: number[]
  readonly #doc = new Y.Doc()
  readonly #text: Y.XmlText
  #update: Uint8Array = new Uint8Array()

  constructor(start: Uint8Array, clientId: number, textOf: (doc: Y.Doc) => Y.XmlText, writers: number) {
    Y.applyUpdate(this.#doc, start)
    // After what is there was read: Yjs takes another id where it meets its own in what comes from outside.
    this.#doc.clientID = clientId
    this.#text = textOf(this.#doc)
    this.seen = Array.from({ length: writers }, () => 0)
    this.#doc.on('update', (update: Uint8Array) => {
      this.#update = update
    })
  }

  see({ agent, update }: Keystroke): void {
    Y.applyUpdate(this.#doc, update)
    this.seen[agent] = (this.seen[agent] ?? 0) + 1
  }

  type(agent: number, patches: Trace['txns'][number]['patches']): Pick<Keystroke, 'update' | 'seen'> {
    this.#doc.transact(() => {
      for (const [position, deleted, inserted] of patches) {
        if (deleted > 0) this.#text.delete(position, deleted)
        if (inserted !== '') this.#text.insert(position, inserted)
      }
    })
    const seen = [...this.seen]
    this.seen[agent] = (this.seen[agent] ?? 0) + 1
    return { update: this.#update, seen }
  }
}
