import { describe, expect, it } from 'vitest'
import { canRecord, cutPower } from './power-cut.ts'

const isPossible = canRecord()
if (!isPossible) process.stdout.write('LEFT OUT: power cuts of the whole server; strace cannot trace here.\n')

describe.skipIf(!isPossible)('a server whose machine loses power', () => {
  it('has every edit that it acknowledged, at whichever of 20 instants', async () => {
    const report = await cutPower({ cuts: 20, seed: 5 })
    expect(report).toMatchObject({ lost: 0, damaged: 0 })
    expect(report.acknowledged).toBeGreaterThan(100)
  })

  it.each(['unsynced-files', 'unsynced-database'] as const)(
    'is caught losing edits with %s',
    async (fault) => {
      const { lost, damaged } = await cutPower({ cuts: 8, seed: 5, fault })
      expect(lost + damaged).toBeGreaterThan(0)
    },
  )
})
