import type { Dialect } from '../wire/dialect.ts'
import type { Address } from './frame-socket.ts'

/** One place at one document: where to connect, as whom, and how to talk there. */
export interface Seat {
  document: string
  dialect: Dialect
  address: Address
  /** Whether the server answers when asked for the state. */
  keeps: boolean
}
