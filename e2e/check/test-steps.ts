import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { findChromium } from '../world/chromium.ts'
import { type Finished, fail, type Outcome, root, runNode, type Step } from './step.ts'

const results = join(root, 'e2e', 'results')

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
})

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
})

/** Runs some of the projects of `vitest.config.ts`. */
export const vitestStep = (name: string, ...projects: string[]): Step => ({
  name,
  run: () =>
    counted(
      join(results, `${projects[0]}.json`),
      (file) =>
        runNode([
          'node_modules/vitest/vitest.mjs',
          'run',
          '--config=e2e/vitest.config.ts',
          ...projects.map((project) => `--project=${project}`),
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${file}`,
        ]),
      (json) => {
        const { numPassedTests, numFailedTests, numFailedTestSuites } = vitestReport.parse(json)
        return { passed: numPassedTests, failed: numFailedTests > 0 ? numFailedTests : numFailedTestSuites }
      },
    ),
})

/** Tells the journeys in a real browser. */
export const journeysStep: Step = {
  name: 'journeys in the browser',
  run: async () => {
    const { executablePath, env } = await findChromium()
    return counted(
      join(results, 'journeys.json'),
      (file) =>
        runNode(
          ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'],
          { ...env, CHROMIUM: executablePath, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
          join(root, 'e2e'),
        ),
      (json) => {
        const { expected, unexpected, flaky } = playwrightReport.parse(json).stats
        return { passed: expected, failed: unexpected + flaky }
      },
    )
  },
}

/** Runs tests that write a report, and believes them only if the report and the exit code tell the same. */
async function counted(
  file: string,
  run: (file: string) => Promise<Finished>,
  read: (json: unknown) => { passed: number; failed: number },
): Promise<Outcome> {
  rmSync(file, { force: true })
  mkdirSync(dirname(file), { recursive: true })
  const { code, output } = await run(file)
  try {
    return verdict(code, read(JSON.parse(readFileSync(file, 'utf8'))), output)
  } catch {
    return fail(`${output}\nIt left no report that could be read.`)
  }
}

/** A run that fell over, or that ran nothing, is a failure even where no single test failed. */
export function verdict(
  code: number,
  { passed, failed }: { passed: number; failed: number },
  output: string,
): Outcome {
  if (failed === 0 && code !== 0) return { passed, failed: 1, report: output }
  if (passed + failed === 0) return fail(`${output}\nNo test ran.`)
  return { passed, failed, report: output }
}
