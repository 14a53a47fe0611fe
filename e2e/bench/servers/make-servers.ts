import { Hocuspocus, Relay, YWebsocketServer } from './peers.ts'
import { Rondo } from './rondo.ts'
import type { Server, ServerName } from './server.ts'

const makers: Record<ServerName, (documents: number) => Server> = {
  rondo: (documents) => new Rondo(documents),
  relay: () => new Relay(),
  'y-websocket-server': () => new YWebsocketServer(),
  hocuspocus: () => new Hocuspocus(),
}

/** @param documents how many the load will open */
export const makeServers = (names: readonly ServerName[], documents: number): Server[] =>
  names.map((name) => makers[name](documents))
