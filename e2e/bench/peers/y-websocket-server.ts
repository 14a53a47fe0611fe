/**
 * `@y/websocket-server` as its package starts it, keeping documents with its own y-leveldb: `y-websocket-server.ts` with
 * HOST, PORT and YPERSISTENCE in the environment, as its own documentation says.
 */
const manifest = import.meta.resolve('@y/websocket-server/package.json')
await import(new URL('src/server.js', manifest).href)
