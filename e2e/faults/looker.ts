import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('../../server/src/sync/testing/look.ts', import.meta.url))

/** What stands in a folder that a document server left behind. */
export type Left = {
  readonly texts: ReadonlyMap<string, string>
  readonly integrity: string
  /** How many entries each document has beyond its compacted state. */
  readonly tails: ReadonlyMap<string, number>
}

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
    const left: { texts: Record<string, string>; tails: Record<string, number>; integrity: string } =
      JSON.parse(String(value))
    const texts = new Map(Object.entries(left.texts))
    return { texts, tails: new Map(Object.entries(left.tails)), integrity: left.integrity }
  }

  close(): void {
    this.#child.stdin?.end()
  }
}
