import { expect, test } from 'vitest'
import { makeServers } from '../servers/make-servers.ts'
import { measureEdits } from './edits.ts'

test('The bench counts what a relay delivers, to everybody but the writer.', {
  timeout: 30_000,
}, async () => {
  const [relay] = makeServers(['relay'], 1)
  if (relay === undefined) throw new Error('There is no relay.')
  try {
    await relay.start()
    const shape = { name: 'small', documents: 2, people: 4, writers: 2 }
    const { rate, cpu, p99 } = await measureEdits(relay, shape, 0, 600, { warmUp: 200, measured: 500 })
    expect(rate).toBeGreaterThan(300)
    expect(rate).toBeLessThan(1_200)
    expect(cpu).toBeGreaterThan(0)
    expect(p99).toBeGreaterThan(0)
  } finally {
    await relay.dispose()
  }
})
