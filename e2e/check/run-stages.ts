import { fail, type Outcome, type Step } from './step.ts'

/** One for each core of the smallest machine this is meant for. */
const lanes = 2

export interface Total {
  passed: number
  failed: number
}

/** Runs the stages in order and tells of each step as it ends, failures in full. */
export async function runStages(stages: Step[][], say: (text: string) => void): Promise<Total> {
  const total = { passed: 0, failed: 0 }
  for (const stage of stages) {
    const waiting = [...stage]
    const lane = async (): Promise<void> => {
      for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
        const started = performance.now()
        const outcome = await outcomeOf(step)
        total.passed += outcome.passed
        total.failed += outcome.failed
        say(line(step.name, outcome, performance.now() - started))
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
  }
  return total
}

const outcomeOf = async (step: Step): Promise<Outcome> => {
  try {
    return await step.run()
  } catch (error) {
    return fail(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
}

function line(name: string, { passed, failed, report }: Outcome, milliseconds: number): string {
  const counts = passed + failed > 1 ? `${passed} passed${failed > 0 ? `, ${failed} failed` : ''}` : ''
  const seconds = `${(milliseconds / 1000).toFixed(1)} s`
  const head = `${failed > 0 ? '✗' : '✓'} ${name.padEnd(28)}${seconds.padStart(8)}   ${counts}`.trimEnd()
  if (failed > 0) return `${head}\n\n${report.trim().replaceAll(/^/gm, '    ')}\n`
  return [head, ...warnings(report)].join('\n  ')
}

/** What was left out is said even where nothing failed: who reads only "passed" would believe that it was tested. */
const warnings = (report: string): string[] => [
  ...new Set(report.split('\n').filter((text) => text.startsWith('WARNING: '))),
]
