import { join } from 'node:path'
import type { Seat } from '../load/seat.ts'
import { hocuspocus, yWebsocket } from '../wire/dialect.ts'
import type { Server } from './server.ts'
import { type Command, ServerProcess } from './server-process.ts'

/** The least that a server must do. */
export class Relay extends ServerProcess implements Server {
  readonly name = 'relay'
  readonly keeps = false
  readonly forgetsAfterMs = 0
  readonly letsGoAfterMs = 500
  readonly restsAfterMs = 0

  protected command(): Command {
    return { script: 'e2e/bench/peers/relay.ts', args: [String(this.port)], env: {} }
  }

  seat(document: number): Seat {
    const address = { port: this.port, path: `/${document}`, from: this.nextAddress(), headers: {} }
    return { document: `${document}`, dialect: yWebsocket, keeps: this.keeps, address }
  }
}

/** The server that comes with Yjs. */
export class YWebsocketServer extends ServerProcess implements Server {
  readonly name = 'y-websocket-server'
  readonly keeps = true
  readonly forgetsAfterMs = 0
  readonly letsGoAfterMs = 500
  readonly restsAfterMs = 0

  protected command(): Command {
    const env = { HOST: '127.0.0.1', PORT: String(this.port), YPERSISTENCE: join(this.folder, 'leveldb') }
    return { script: 'e2e/bench/peers/y-websocket-server.ts', args: [], env }
  }

  seat(document: number): Seat {
    const address = { port: this.port, path: `/${document}`, from: this.nextAddress(), headers: {} }
    return { document: `${document}`, dialect: yWebsocket, keeps: this.keeps, address }
  }
}

export class Hocuspocus extends ServerProcess implements Server {
  readonly name = 'hocuspocus'
  readonly keeps = true
  /** It stores two seconds after the last edit. */
  readonly forgetsAfterMs = 3_000
  readonly letsGoAfterMs = 500
  readonly restsAfterMs = 0

  protected command(): Command {
    const file = join(this.folder, 'hocuspocus.sqlite')
    return { script: 'e2e/bench/peers/hocuspocus.ts', args: [String(this.port), file], env: {} }
  }

  seat(document: number): Seat {
    const address = { port: this.port, path: '/', from: this.nextAddress(), headers: {} }
    return { document: `document-${document}`, dialect: hocuspocus, keeps: this.keeps, address }
  }
}
