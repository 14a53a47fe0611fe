/**
 * Why the server closed a document's socket.
 *
 * Codes from 4400 to 4499 are decisions that a reconnect cannot change (y-websocket 3.1 stops there by itself);
 * everything else is worth trying again.
 */
export const closeCode = {
  /** A frame broke the protocol. With the reason `resync` a fresh connection heals it. */
  badFrame: 4400,
  /** There is no session, or it has ended: keep local edits, sign in, connect again. */
  signedOut: 4401,
  /** Access was taken away: stop and forget the local copy. */
  revoked: 4403,
  /** No such document, or none that this account may know of: the same answer for both. */
  notFound: 4404,
  /** The document was restored or erased: the local copy belongs to another generation. */
  otherGeneration: 4409,
  /** The document was deleted. */
  deleted: 4410,
  /** The document is full: reading goes on, writing does not. */
  full: 4413,
  /** This client is too old to write without harm: reload once. */
  outdated: 4426,
  /** The server could not store or serve: try again. */
  internal: 4500,
  /** The server is going down for a restart: try again. */
  restarting: 4503,
  /** The reader could not keep up: connect again and catch up. */
  tooSlow: 4508,
  /** The stored document cannot be opened: try again later. */
  unavailable: 4522,
  /** Too many sockets or requests: try again after ten seconds. */
  tooMany: 4529,
} as const

/** One of the codes above. */
export type CloseCode = (typeof closeCode)[keyof typeof closeCode]

/** The reason beside 4400 that asks for a fresh connection instead of giving up. */
export const resyncReason = 'resync'

/** Whether the server made a decision that connecting again cannot change. */
export const isFinal = (code: number, reason = ''): boolean =>
  code >= 4400 && code < 4500 && !(code === closeCode.badFrame && reason === resyncReason)
