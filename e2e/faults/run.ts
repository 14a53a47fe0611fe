/**
 * Crashes the document server, or the whole product, for as long as you like:
 * `node e2e/faults/run.ts --kills 1000 --seed 7 [--target product] [--fault ack-before-commit]`
 */
import { parseArgs } from 'node:util'
import { crash } from './crash.ts'
import { Product } from './product.ts'
import { SyncHost } from './target.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '25' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    target: { type: 'string', default: 'host' },
    fault: { type: 'string' },
  },
})

const fault = values.fault === 'ack-before-commit' ? values.fault : null
const target = values.target === 'product' ? new Product(fault) : new SyncHost({ fault })
const seed = Number(values.seed)
const report = await crash(target, { kills: Number(values.kills), seed }).finally(() => target.dispose())
process.stdout.write(`${JSON.stringify({ seed, fault: values.fault ?? 'none', ...report })}\n`)
process.exitCode = report.lost === 0 && report.converged ? 0 : 1
