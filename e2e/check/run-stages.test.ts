import { describe, expect, it } from 'vitest'
import { runStages } from './run-stages.ts'
import { fail, type Outcome, pass, type Step } from './step.ts'
import { verdict } from './test-steps.ts'

const step = (name: string, run: () => Outcome | Promise<Outcome>): Step => ({ name, run: async () => run() })

async function told(...stages: Step[][]) {
  const said: string[] = []
  return { total: await runStages(stages, (text) => said.push(text)), said: said.join('\n') }
}

describe('the runner of checks', () => {
  it('adds up what every step passed and failed', async () => {
    const tests = step('tests', () => ({ passed: 40, failed: 2, report: 'two broke' }))
    const { total, said } = await told(
      [step('types', pass), step('lint', () => fail('a.ts:1 is wrong'))],
      [tests],
    )
    expect(total).toEqual({ passed: 41, failed: 3 })
    expect(said).toMatch(/✓ types/)
    expect(said).toContain('a.ts:1 is wrong')
    expect(said).toContain('40 passed, 2 failed')
  })

  it('says what a step left out, also where nothing failed', async () => {
    const partly = step('partly', () => ({ ...pass(), report: 'fine\nWARNING: no Redis here.\nfine' }))
    expect((await told([partly])).said).toMatch(/✓ partly.*\n {2}WARNING: no Redis here\.$/)
  })

  it('counts a step that falls over as failed and goes on', async () => {
    const broken = step('broken', () => {
      throw new Error('no such tool')
    })
    const { total, said } = await told([broken], [step('after', pass)])
    expect(total).toEqual({ passed: 1, failed: 1 })
    expect(said).toContain('no such tool')
  })

  it('finishes a stage before the next begins', async () => {
    const order: string[] = []
    const slow = step('build', async () => {
      await new Promise((resolve) => setImmediate(resolve))
      order.push('built')
      return pass()
    })
    const journeys = step('journeys', () => {
      order.push('told')
      return pass()
    })
    await told([slow, step('types', pass)], [journeys])
    expect(order).toEqual(['built', 'told'])
  })

  it('does not believe a run that exited badly, or that ran no test', () => {
    expect(verdict(0, { passed: 3, failed: 0 }, '')).toMatchObject({ passed: 3, failed: 0 })
    expect(verdict(1, { passed: 3, failed: 0 }, '')).toMatchObject({ passed: 3, failed: 1 })
    expect(verdict(0, { passed: 0, failed: 0 }, '')).toMatchObject({ passed: 0, failed: 1 })
    expect(verdict(1, { passed: 3, failed: 2 }, '')).toMatchObject({ passed: 3, failed: 2 })
  })
})
