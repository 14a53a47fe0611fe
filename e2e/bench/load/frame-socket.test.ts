import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { FrameSocket } from './frame-socket.ts'

describe('The socket of the load', () => {
  let server: WebSocketServer
  let port = 0

  beforeAll(async () => {
    server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
    await once(server, 'listening')
    const address = server.address()
    if (address !== null && typeof address === 'object') port = address.port
    server.on('connection', (socket) => {
      socket.on('message', (data: Buffer) => {
        if (data.length === 3) socket.close(4_321)
        else socket.send(data)
      })
    })
  })

  afterAll(() => {
    server.close()
  })

  const connect = () => new FrameSocket({ port, path: '/', from: '127.0.0.1', headers: {} })

  test('Frames of every length come back as they were sent.', async () => {
    const socket = connect()
    await socket.opened
    for (const length of [0, 1, 125, 126, 65_535, 65_536, 1_000_000]) {
      const sent = new Uint8Array(length).map((_, at) => at % 251)
      const heard = new Promise<Uint8Array>((resolve) =>
        socket.listen((frame) => resolve(Uint8Array.from(frame))),
      )
      socket.send(sent)
      expect(Buffer.compare(await heard, sent)).toBe(0)
    }
    await socket.close()
  })

  test('Many frames in one write are heard one by one.', async () => {
    const socket = connect()
    await socket.opened
    const heard: number[] = []
    const all = new Promise<void>((resolve) => {
      socket.listen((frame) => {
        if (heard.push(frame.length) === 50) resolve()
      })
    })
    socket.sendAll(Array.from({ length: 50 }, (_, at) => new Uint8Array(at * 7)))
    await all
    expect(heard).toEqual(Array.from({ length: 50 }, (_, at) => at * 7))
    await socket.close()
  })

  test('The code of a close is told.', async () => {
    const socket = connect()
    await socket.opened
    socket.send(Uint8Array.of(1, 2, 3))
    expect(await socket.closed).toBe(4_321)
  })
})
