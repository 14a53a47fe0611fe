/** First number of every frame on a document's socket. The first four are y-websocket's, the last two ours. */
export const messageType = {
  sync: 0,
  presence: 1,
  auth: 2,
  askPresence: 3,
  server: 120,
  hello: 121,
} as const

/** Second number of a sync frame, as y-protocols defines it. */
export const syncType = {
  /** A state vector: send me what I lack. */
  ask: 0,
  /** What the asker lacked. */
  answer: 1,
  /** A change that just happened. */
  update: 2,
} as const

/**
 * Whether a frame a client sends can change the document. Client and server both count these frames, each for
 * itself, so that an acknowledgement is a number and nothing else.
 */
export const isWriteFrame = (frame: Uint8Array): boolean =>
  frame[0] === messageType.sync && (frame[1] === syncType.answer || frame[1] === syncType.update)
