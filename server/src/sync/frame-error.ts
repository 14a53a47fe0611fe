import { type CloseCode, closeCode } from '@rondo/shared/wire/close-code.ts'

/** A frame that cannot be taken. Its sender is closed with this code and reason; nobody else notices. */
export class FrameError extends Error {
  override readonly name = 'FrameError'
  readonly reason: string
  readonly code: CloseCode

  constructor(message: string, reason = 'bad frame', code: CloseCode = closeCode.badFrame) {
    super(message)
    this.reason = reason
    this.code = code
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
