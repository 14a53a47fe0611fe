import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('../../server/src/sync/testing/look.ts', import.meta.url))

/** What stands in a folder that a document server left behind. */
export type Left = { readonly texts: ReadonlyMap<string, string>; readonly integrity: string }

/** Opens folders as the server would, one after another, in one process. */
export class Looker {
  readonly #child: ChildProcess
  readonly #answers: AsyncIterator<string>

  constructor() {
    const child = spawn(process.execPath, [join(script)], { stdio: ['pipe', 'pipe', 'inherit'] })
    this.#child = child
    this.#answers = createInterface(child.stdout)[Symbol.asyncIterator]()
  }

  async look(folder: string): Promise<Left> {
    this.#child.stdin?.write(`${folder}\n`)
    const { value } = await this.#answers.next()
    const left: { texts: Record<string, string>; integrity: string } = JSON.parse(String(value))
    return { texts: new Map(Object.entries(left.texts)), integrity: left.integrity }
  }

  close(): void {
    this.#child.stdin?.end()
  }
}
