import { afterEach, expect, it } from 'vitest'
import { WorkThread } from './work-thread.ts'

type Sum = { readonly of: readonly number[] }
const program = `
  const { parentPort } = require('node:worker_threads')
  parentPort.on('message', ({ of }) => {
    if (of.includes(13)) process.exit(1)
    while (of.includes(99)) {}
    if (of.length === 0) parentPort.postMessage({ ok: false, error: 'nothing to add' })
    else parentPort.postMessage({ ok: true, done: of.reduce((a, b) => a + b) })
  })`
const address = new URL(
  `data:text/javascript,${encodeURIComponent(`
  import { createRequire } from 'node:module'
  const require = createRequire('file:///')
  ${program}`)}`,
)
const thread = new WorkThread<Sum, number>(address)
afterEach(() => thread.stop())

it('answers each piece of work, passes failures on, and begins again where a thread died', async () => {
  const sums = await Promise.allSettled([[1, 2], [], [13], [3, 4]].map((of) => thread.run({ of })))
  expect(sums.map((sum) => (sum.status === 'fulfilled' ? sum.value : String(sum.reason)))).toEqual([
    3,
    'Error: nothing to add',
    'Error: The thread ended before it was done.',
    7,
  ])
})

it('gives up what takes too long, and begins again', async () => {
  const impatient = new WorkThread<Sum, number>(address, 2_000)
  await expect(impatient.run({ of: [99] })).rejects.toThrow('ended')
  expect(await impatient.run({ of: [1, 2] })).toBe(3)
  await impatient.stop()
})
