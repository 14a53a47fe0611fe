import { type Envelope, openEnvelope } from './envelope.ts'
import type { Topic } from './fan-out.ts'

type Hear = (envelope: Envelope) => boolean

/** Opens what comes over the line and hands it to whoever listens to its topic. */
export class Switchboard {
  readonly #serverId: string
  readonly #key: Uint8Array
  readonly #listeners = new Map<string, Set<Hear>>()
  heard = 0
  dropped = 0

  constructor(serverId: string, key: Uint8Array) {
    this.#serverId = serverId
    this.#key = key
  }

  subscribe<Message>(topic: Topic<Message>, listen: (message: Message, from: string) => void): () => void {
    const hear: Hear = ({ message, from }) => {
      const read = topic.schema.safeParse(message)
      if (read.success) listen(read.data, from)
      return read.success
    }
    const listeners = this.#listeners.get(topic.name) ?? new Set()
    this.#listeners.set(topic.name, listeners.add(hear))
    return () => listeners.delete(hear)
  }

  /** From now on nobody listens, whatever is still under way. */
  close(): void {
    this.#listeners.clear()
  }

  /** Takes one text. Answers whether it was this server's own echo. */
  take(text: string): boolean {
    const envelope = openEnvelope(text, this.#key)
    if (envelope === null) this.dropped += 1
    else if (envelope.from === this.#serverId) return true
    else this.#tell(envelope)
    return false
  }

  #tell(envelope: Envelope): void {
    const listeners = [...(this.#listeners.get(envelope.topic) ?? [])]
    if (listeners.map((hear) => hear(envelope)).every(Boolean)) this.heard += 1
    else this.dropped += 1
  }
}
