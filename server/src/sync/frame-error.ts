/** A frame that breaks the protocol. Its sender is closed with 4400 and this reason; nobody else notices. */
export class FrameError extends Error {
  override readonly name = 'FrameError'
  readonly reason: string

  constructor(message: string, reason = 'bad frame') {
    super(message)
    this.reason = reason
  }
}

/** Runs a reader of foreign bytes: whatever it throws, and however, the frame was at fault. */
export const reading = <T>(read: () => T): T => {
  try {
    return read()
  } catch (error) {
    if (error instanceof FrameError) throw error
    throw new FrameError(error instanceof Error ? error.message : 'cannot be read')
  }
}
