import { connect, type Socket } from 'node:net'

/** Where to connect, from which address of this machine, and as whom. */
export interface Address {
  port: number
  path: string
  from: string
  headers: Readonly<Record<string, string>>
}

const TEXT = 1
const BINARY = 2
const CLOSE = 8
const PING = 9
const PONG = 10
const KEY = [0x5a, 0xa5, 0x3c, 0xc3] as const
const nothing = Buffer.alloc(0)
/** All sockets read into the same memory: nothing is kept of it but the beginning of a frame that is not complete. */
const inbox = Buffer.allocUnsafe(256 * 1024)

/**
 * The client's half of a WebSocket with as little work as it can be done with, because load and server share the machine.
 * A frame is valid only during the call.
 */
export class FrameSocket {
  readonly #socket: Socket
  #rest = nothing
  #isUpgraded = false
  #onFrame: (frame: Uint8Array) => void = () => undefined
  readonly opened: Promise<void>
  /** The close code, or 1006. */
  readonly closed: Promise<number>
  #closeCode = 1006
  /** Bytes that came in frames. */
  received = 0
  isClosed = false

  constructor(address: Address) {
    const { port, from } = address
    let open: () => void = () => undefined
    let fail: (error: Error) => void = () => undefined
    this.opened = new Promise((resolve, reject) => {
      open = resolve
      fail = reject
    })
    this.opened.catch(() => undefined)
    const onread = {
      buffer: inbox,
      callback: (length: number) => this.#read(inbox.subarray(0, length), open),
    }
    this.#socket = connect({ host: '127.0.0.1', port, localAddress: from, noDelay: true, onread })
    this.#socket.once('connect', () => this.#socket.write(upgradeRequest(address)))
    this.closed = new Promise((resolve) => {
      this.#socket.on('error', () => undefined)
      this.#socket.once('close', () => {
        this.isClosed = true
        fail(new Error(`The server closed ${address.path} with ${this.#closeCode}.`))
        resolve(this.#closeCode)
      })
    })
  }

  /** Whoever listens last hears all further frames. */
  listen(onFrame: (frame: Uint8Array) => void): void {
    this.#onFrame = onFrame
  }

  send(payload: Uint8Array): void {
    this.#socket.write(frameOf(BINARY, payload))
  }

  sendText(text: string): void {
    this.#socket.write(frameOf(TEXT, Buffer.from(text)))
  }

  /** Asks for a sign of life; on a socket that the other side has ended, it shows that. */
  ping(): void {
    this.#socket.write(frameOf(PING, nothing))
  }

  /** Many frames in one write. @returns false while the kernel and we hold more than the server takes */
  sendAll(payloads: readonly Uint8Array[]): boolean {
    return this.#socket.write(Buffer.concat(payloads.map((payload) => frameOf(BINARY, payload))))
  }

  /** Waits until the server has taken most of what was sent. @throws when it closes instead */
  async drained(): Promise<void> {
    if (this.#socket.writableNeedDrain && !this.isClosed)
      await Promise.race([new Promise((resolve) => this.#socket.once('drain', resolve)), this.closed])
    if (this.isClosed) throw new Error(`The server closed with ${await this.closed} what was written to.`)
  }

  stopReading(): void {
    this.#socket.pause()
  }

  readOn(): void {
    this.#socket.resume()
  }

  async close(): Promise<void> {
    if (this.isClosed) return
    this.#socket.end(frameOf(CLOSE, Uint8Array.of(0x03, 0xe8)))
    const impatient = setTimeout(() => this.#socket.destroy(), 2_000)
    await this.closed
    clearTimeout(impatient)
  }

  /** Gone without a word, as when a cable is pulled. */
  destroy(): void {
    this.#socket.destroy()
  }

  #read(chunk: Buffer, open: () => void): boolean {
    let bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    if (!this.#isUpgraded) {
      const end = bytes.indexOf('\r\n\r\n')
      const isRefused = end >= 0 && !bytes.subarray(0, 12).toString('latin1').endsWith(' 101')
      if (isRefused) this.#socket.destroy()
      if (end >= 0 && !isRefused) {
        this.#isUpgraded = true
        bytes = bytes.subarray(end + 4)
        open()
      }
    }
    const used = this.#isUpgraded ? this.#readFrames(bytes) : 0
    this.#rest = used === bytes.length ? nothing : Buffer.from(bytes.subarray(used))
    return true
  }

  #readFrames(bytes: Buffer): number {
    let at = 0
    for (;;) {
      if (bytes.length - at < 2) return at
      const short = (bytes[at + 1] ?? 0) & 0x7f
      const head = short < 126 ? 2 : short === 126 ? 4 : 10
      if (bytes.length - at < head) return at
      const length =
        short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : bytes.readUIntBE(at + 4, 6)
      if (bytes.length - at < head + length) return at
      this.#obey((bytes[at] ?? 0) & 0x0f, bytes.subarray(at + head, at + head + length))
      at += head + length
    }
  }

  #obey(opcode: number, payload: Buffer): void {
    if (opcode === BINARY) {
      this.received += payload.length
      this.#onFrame(payload)
    } else if (opcode === PING) this.#socket.write(frameOf(PONG, payload))
    else if (opcode === CLOSE) {
      this.#closeCode = payload.length >= 2 ? payload.readUInt16BE(0) : 1005
      this.#socket.end(frameOf(CLOSE, payload.subarray(0, 2)))
    }
  }
}

const upgradeRequest = ({ port, path, headers }: Address): string =>
  [
    `GET ${path} HTTP/1.1`,
    `Host: localhost:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '\r\n',
  ].join('\r\n')

/** A frame of a client, masked as every client must. */
const frameOf = (opcode: number, payload: Uint8Array): Buffer => {
  const { length } = payload
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(head + 4 + length)
  frame[0] = 0x80 | opcode
  frame[1] = 0x80 | (head === 2 ? length : head === 4 ? 126 : 127)
  if (head === 4) frame.writeUInt16BE(length, 2)
  if (head === 10) frame.writeBigUInt64BE(BigInt(length), 2)
  for (let index = 0; index < 4; index += 1) frame[head + index] = KEY[index & 3] ?? 0
  for (let index = 0; index < length; index += 1)
    frame[head + 4 + index] = (payload[index] ?? 0) ^ (KEY[index & 3] ?? 0)
  return frame
}
