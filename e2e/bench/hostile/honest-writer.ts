import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { Client } from '../load/client.ts'
import type { Seat } from '../load/seat.ts'
import type { Victim } from './payloads.ts'

export const BEFORE = 'what was said before'
export const OFFLINE = ' and what was said without a network'
const PATIENCE_MS = 8_000
/** Deeper than any page that a person makes. */
const DEEPEST = 100

/** Somebody who writes, goes offline, writes on, and comes back. */
export class HonestWriter {
  readonly #doc = new Y.Doc()
  readonly #text = new Y.XmlText()

  /** Where the next character of this person would stand, as others know it. */
  victim(): Victim {
    return { client: this.#doc.clientID, clock: Y.getState(this.#doc.store, this.#doc.clientID) }
  }

  /** Writes online, and waits until another reader has it. */
  async writeOnline(seat: Seat, reader: () => Seat): Promise<void> {
    const client = new Client(seat)
    const state = await client.open()
    if (state !== undefined) Y.applyUpdate(this.#doc, state)
    const before = Y.encodeStateVector(this.#doc)
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [this.#text])
    this.#text.insert(0, BEFORE)
    this.#doc.getXmlFragment('body').insert(0, [paragraph])
    client.update(Y.encodeStateAsUpdate(this.#doc, before))
    const isKept = !seat.keeps || (await canRead(reader, [BEFORE]))
    await client.close()
    if (!isKept) throw new Error('What was written before the attack did not arrive.')
  }

  writeOffline(): void {
    this.#text.insert(this.#text.length, OFFLINE)
  }

  /** Comes back, and stays, as every client does: asks for what is new, and answers what it is asked for. */
  async comeBack(seat: Seat): Promise<Client> {
    const client = new Client(seat)
    const { promise: answered, resolve } = Promise.withResolvers<void>()
    client.listen((heard, payload) => {
      if (heard === 'ask') {
        client.socket.send(
          seat.dialect.answer(seat.document, Y.encodeStateAsUpdate(this.#doc, payload.copy())),
        )
        resolve()
      } else if (heard === 'state' || heard === 'update')
        attempt(() => Y.applyUpdate(this.#doc, payload.copy()))
    })
    const isOpen = await client.socket.opened.then(
      () => true,
      () => false,
    )
    if (!isOpen) return client
    client.greet()
    await Promise.race([answered, client.socket.closed, wait(PATIENCE_MS)])
    return client
  }
}

/** What throws in a client leaves it as it was; whether that hurts anybody is seen by whoever reads next. */
const attempt = (act: () => void): boolean => {
  try {
    act()
    return true
  } catch {
    return false
  }
}

/** Whether a fresh reader can open the page, show it, and finds all of these words in it before long. */
export const canRead = async (seat: () => Seat, words: readonly string[]): Promise<boolean> => {
  const client = new Client(seat())
  const doc = new Y.Doc()
  let isApplied = true
  client.listen((heard, payload) => {
    if (heard === 'state' || heard === 'update')
      isApplied = attempt(() => Y.applyUpdate(doc, payload.copy())) && isApplied
  })
  const isOpen = await client.socket.opened.then(
    () => true,
    () => false,
  )
  if (isOpen) client.greet()
  const isThere = (): boolean => {
    const text = shown(doc.getXmlFragment('body'), 0)
    return text !== undefined && words.every((some) => text.includes(some))
  }
  const until = performance.now() + PATIENCE_MS
  while (isApplied && !client.socket.isClosed && !isThere() && performance.now() < until) await wait(20)
  const isRead = isOpen && isApplied && !client.socket.isClosed && isThere()
  await client.close()
  return isRead
}

/** The text of a page, or nothing when there is something in it that an editor cannot show. */
const shown = (node: Y.XmlFragment, depth: number): string | undefined => {
  if (depth > DEEPEST) return undefined
  let text = ''
  for (const child of node.toArray()) {
    if (child instanceof Y.XmlText) text += child.toString()
    else if (child instanceof Y.XmlElement) {
      const inner = shown(child, depth + 1)
      if (inner === undefined) return undefined
      text += inner
    } else return undefined
  }
  return text
}
