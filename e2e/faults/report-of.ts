import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const source = new URL('../../server/src/', import.meta.url)

/**
 * Runs a program of the server's in a process of its own and answers its last line, which is JSON. The others tell of
 * what ended badly: they are passed on, unless that was the purpose.
 */
export const reportOf = async (
  program: string,
  args: readonly string[],
  isMeantToFail: boolean,
): Promise<unknown> => {
  const child = spawn(process.execPath, [fileURLToPath(new URL(program, source)), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  createInterface(child.stdout).on('line', (line) => lines.push(line))
  await once(child, 'close')
  const last = lines.pop() ?? ''
  if (!isMeantToFail) for (const line of lines) process.stdout.write(`${line}\n`)
  return JSON.parse(last)
}
