import { type WebSocket, WebSocketServer } from 'ws'

/**
 * The least that any server must do: copy each frame to everybody else at the same path. It keeps nothing, checks
 * nothing and knows nothing, so its cost is the floor: `relay.ts PORT`.
 */
const [port = ''] = process.argv.slice(2)
const server = new WebSocketServer({ port: Number(port), host: '127.0.0.1', perMessageDeflate: false })
const rooms = new Map<string, Set<WebSocket>>()

server.on('connection', (socket, request) => {
  const path = request.url ?? '/'
  const room = rooms.get(path) ?? new Set()
  rooms.set(path, room.add(socket))
  socket.on('message', (data, isBinary) => {
    for (const other of room) if (other !== socket) other.send(data, { binary: isBinary })
  })
  socket.on('error', () => undefined)
  socket.on('close', () => room.delete(socket))
})
