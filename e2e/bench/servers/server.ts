import type { Seat } from '../load/seat.ts'

/** Those we stand beside, in the order of the tables. */
export const serverNames = ['rondo', 'relay', 'y-websocket-server', 'hocuspocus'] as const

export type ServerName = (typeof serverNames)[number]

/** A server under load, in a process of its own. */
export interface Server {
  readonly name: ServerName
  readonly pid: number
  /** Milliseconds of processor time it has used since it was first started, over all its restarts. */
  cpuMs(): number
  /** Bytes of memory that it holds once it has thrown away what nobody uses. */
  residentBytes(): Promise<number>
  readonly isRunning: boolean
  /** How often its process ended without being told to. */
  readonly deaths: number
  /** Whether it keeps documents, so that joining one late means something. */
  readonly keeps: boolean
  /** After this long without anybody a document is out of its memory. */
  readonly forgetsAfterMs: number
  /** After this long it has cut off whoever does not read, if it ever does. */
  readonly letsGoAfterMs: number
  /** After this long without work, threads that it began for some are out of its memory. */
  readonly restsAfterMs: number
  /** The seat of a person at a document, both by number; two people are two accounts. */
  seat(document: number, person: number): Seat
  start(): Promise<void>
  /** Lets it end in its own way. */
  stop(): Promise<void>
  /** Ends it between two instructions. */
  kill(): Promise<void>
  dispose(): Promise<void>
}
