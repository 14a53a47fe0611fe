/** Bounds of the socket on which facts are told. Bytes, milliseconds and counts. */
export const liveLimits = {
  /** Whoever missed more than this is told to ask for everything again. */
  backfill: 1000,
  /** Facts that may wait for one listener, and bytes that may wait in its socket, before it is cut off. */
  waiting: 500,
  unsentBytes: 1024 * 1024,
  /** Largest frame that a client may send. */
  frameBytes: 1024,
  /** How long a client may take to say from where it listens. */
  listenMs: 5000,
  beatMs: 15_000,
  socketsPerMember: 20,
} as const

export type LiveLimits = { readonly [Name in keyof typeof liveLimits]: number }
