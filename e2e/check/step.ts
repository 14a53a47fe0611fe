import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** What a step found. A check counts as one; a step that runs tests counts each of them. */
export interface Outcome {
  passed: number
  failed: number
  /** What a reader needs to mend it; shown only when something failed. */
  report: string
}

/** One named part of `npm test`. */
export interface Step {
  name: string
  run(): Promise<Outcome>
}

export interface Finished {
  code: number
  output: string
}

/** Runs a script of Node to its end and keeps what it said. */
export function runNode(args: string[], env: Record<string, string> = {}, cwd = root): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const keep = (chunk: Buffer): void => {
      output += chunk.toString()
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output: stripVTControlCharacters(output) }))
  })
}

export const pass = (): Outcome => ({ passed: 1, failed: 0, report: '' })
export const fail = (report: string): Outcome => ({ passed: 0, failed: 1, report })

/** A check that is one run of a tool: it holds when the tool exits with zero. */
export const toolStep = (name: string, ...args: string[]): Step => ({
  name,
  run: async () => {
    const { code, output } = await runNode(args)
    return code === 0 ? pass() : fail(output)
  },
})
