import type { z } from 'zod'

/** A kind of message between servers. Only what its schema lets through is heard. */
export interface Topic<Message> {
  readonly name: string
  readonly schema: z.ZodType<Message>
}

/** How the talk between servers goes. */
export interface FanOutStatus {
  /** Messages travel at this moment, as far as can be known. */
  readonly isUp: boolean
  /** How often that was not so: who sees it grow may have missed something. */
  readonly outages: number
  readonly published: number
  readonly heard: number
  /** Messages that no server of ours could have sent, or that did not arrive whole. */
  readonly dropped: number
  /** Messages that could not be sent. */
  readonly lost: number
}

/**
 * Small messages to the other servers, at most once: who does not hear one now never will, and may hear it twice or late.
 * So a message is only ever a hint that makes something happen sooner; what must happen is found in the log without it.
 */
export interface FanOut {
  /** Names this server among the others. Nobody hears itself. */
  readonly serverId: string
  /** Sends, and neither waits nor throws. */
  publish<Message>(topic: Topic<Message>, message: Message): void
  /** Answers how to stop. */
  subscribe<Message>(topic: Topic<Message>, listen: (message: Message, from: string) => void): () => void
  status(): FanOutStatus
  close(): Promise<void>
}

/** What of a logger is needed here. */
export interface FanOutLogger {
  warn(fields: object, message: string): void
}
