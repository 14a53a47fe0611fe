import type { Duplex } from 'node:stream'

/**
 * Answers an upgrade with a status instead of a WebSocket, and lets go of the connection as soon as that is written:
 * somebody who never closes their own side would hold it for ever, and no timeout of HTTP looks after an upgrade.
 */
export const refuseUpgrade = (socket: Duplex, status: string, header = ''): void => {
  socket.on('error', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status}\r\n${header}Connection: close\r\nContent-Length: 0\r\n\r\n`, () =>
    socket.destroy(),
  )
}
