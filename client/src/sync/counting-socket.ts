import { encodeHello, type Hello } from '@rondo/shared/wire/hello-frame.ts'
import { isWriteFrame, messageType, syncType } from '@rondo/shared/wire/message-type.ts'

/** What a socket tells of itself. */
export type SocketTold = {
  /** The greeting to begin with. */
  hello(): Hello
  onOpen(): void
  /** Something came in. */
  onHeard(): void
  /** A write frame was handed to the network; `whole`: it is an answer. */
  onWrite(whole: boolean): void
}

const bytesOf = (data: Parameters<WebSocket['send']>[0]): Uint8Array | null => {
  if (data instanceof ArrayBuffer) return new Uint8Array(data)
  return ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : null
}

/**
 * A WebSocket class for y-websocket: it greets before anything else is sent, and counts the frames that can change the
 * document, which is what the server's acknowledgements count.
 */
export const countingSocket = (told: SocketTold, Base: typeof WebSocket): typeof WebSocket =>
  class CountingSocket extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      // Registered before y-websocket sets `onopen`, so the greeting is the first frame.
      this.addEventListener('open', () => {
        told.onOpen()
        super.send(encodeHello(told.hello()).slice())
      })
      this.addEventListener('message', told.onHeard)
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data)
      const frame = bytesOf(data)
      if (frame !== null && isWriteFrame(frame)) told.onWrite(isAnswer(frame))
    }
  }

const isAnswer = (frame: Uint8Array): boolean => frame[0] === messageType.sync && frame[1] === syncType.answer
