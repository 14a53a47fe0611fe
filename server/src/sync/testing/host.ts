/**
 * The document server alone, without the product around it: for crash tests and load tools.
 *
 *     node server/src/sync/testing/host.ts --port 41000 --folder /tmp/documents --documents 2 [--fault ack-before-commit]
 *         [--limits '{"compactRows":20}'] [--failpoint appended --nth 7]
 *
 * A cookie `write=<name>` or `read=<name>` is a session of that account. Prints one line of JSON when it serves.
 */
import { createServer } from 'node:http'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { arm, failpoints } from '../failpoint.ts'
import { createSync, openEmbeddedLog } from '../index.ts'
import type { SyncFault } from '../options.ts'
import { cookieAccess } from './cookie-access.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    folder: { type: 'string' },
    documents: { type: 'string', default: '1' },
    fault: { type: 'string' },
    limits: { type: 'string', default: '{}' },
    failpoint: { type: 'string' },
    nth: { type: 'string', default: '1' },
  },
})

const numbers = z.record(z.string(), z.number())
const faults: readonly SyncFault[] = ['ack-before-commit', 'ack-when-refused', 'unload-unsaved']

const documentIdAt = (i: number): string => `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`

const main = async (): Promise<void> => {
  if (values.folder === undefined) throw new Error('Say where the log is: --folder <path>.')
  const fault = faults.find((name) => name === values.fault)
  const failpoint = failpoints.find((name) => name === values.failpoint)
  if (failpoint !== undefined) arm(failpoint, Number(values.nth))
  const log = await openEmbeddedLog(values.folder)
  const server = createServer((_, response) => response.end('ok'))
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
  server.on('upgrade', (request, socket, head) => {
    if (!sync.handleUpgrade(request, socket, head)) socket.destroy()
  })
  const ids = Array.from({ length: Number(values.documents) }, (_, i) => documentIdAt(i))
  for (const id of ids) await sync.create(id)
  process.once('SIGTERM', () => {
    server.close()
    void sync.drain()
  })
  process.stdout.write(`${JSON.stringify({ origin, documents: ids })}\n`)
}

await main()
