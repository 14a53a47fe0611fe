/**
 * The document server alone, without the product around it: for crash tests and load tools.
 *
 *     node server/src/sync/testing/host.ts --port 41000 --folder /tmp/documents --documents 2 [--fault ack-before-commit]
 *         [--limits '{"compactRows":20}'] [--prune-ms 150]
 *
 * A cookie `write=<name>` or `read=<name>` is a session of that account. Prints one line of JSON when it serves. Any
 * request is answered with `ok`, or with what is the matter with the storage. A line
 * `appended 7` on its standard input lets it die when that moment (see failpoint.ts) comes for the seventh time.
 */
import { createServer } from 'node:http'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { arm, failpoints, prepareFailpoints } from '../failpoint.ts'
import { createSync, openEmbeddedLog, type Sync } from '../index.ts'
import { breakLog, logFaults } from '../log/log-fault.ts'
import type { SyncFault } from '../options.ts'
import { breakPromise, promises } from './broken-promises.ts'
import { cookieAccess } from './cookie-access.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    folder: { type: 'string' },
    documents: { type: 'string', default: '1' },
    fault: { type: 'string' },
    limits: { type: 'string', default: '{}' },
    'prune-ms': { type: 'string' },
  },
})

const numbers = z.record(z.string(), z.number())
const faults: readonly SyncFault[] = ['ack-before-commit', 'ack-when-refused', 'unload-unsaved']

const documentIdAt = (i: number): string => `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`

const armAsTold = (line: string): void => {
  const [name, nth] = line.split(' ')
  const moment = failpoints.find((one) => one === name)
  if (moment !== undefined) arm(moment, Number(nth))
}

const main = async (): Promise<void> => {
  if (values.folder === undefined) throw new Error('Say where the log is: --folder <path>.')
  const fault = faults.find((name) => name === values.fault)
  const logFault = logFaults.find((name) => name === values.fault)
  if (logFault !== undefined) breakLog(logFault)
  const promise = promises.find((name) => name === values.fault)
  if (promise !== undefined) breakPromise(promise)
  prepareFailpoints()
  const log = await openEmbeddedLog(values.folder)
  let troubleOf: Sync['trouble'] = () => null
  const server = createServer((_, response) => response.end(troubleOf() ?? 'ok'))
  await new Promise<void>((resolve) => server.listen(Number(values.port), '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const origin = `http://127.0.0.1:${port}`
  const sync = createSync({
    access: cookieAccess,
    log,
    allowedOrigins: [origin],
    limits: numbers.parse(JSON.parse(values.limits)),
    ...(fault !== undefined && { fault }),
  })
  troubleOf = sync.trouble
  server.on('upgrade', (request, socket, head) => {
    if (!sync.handleUpgrade(request, socket, head)) socket.destroy()
  })
  const ids = Array.from({ length: Number(values.documents) }, (_, i) => documentIdAt(i))
  for (const id of ids) await sync.create(id)
  process.on('SIGTERM', () => {
    server.close()
    void sync.drain().then(() => process.stdin.destroy())
  })
  const pruneMs = Number(values['prune-ms'])
  if (pruneMs > 0) setInterval(() => void log.prune(Date.now()).catch(() => {}), pruneMs).unref()
  createInterface(process.stdin).on('line', armAsTold)
  process.stdout.write(`${JSON.stringify({ origin, documents: ids, pid: process.pid })}\n`)
}

await main()
