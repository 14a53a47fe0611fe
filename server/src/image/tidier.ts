import { HOUR } from '@rondo/shared/kernel/time.ts'
import { keepTrying, type Runner } from '../projection/keep-trying.ts'
import { type Clock, every } from '../sync/clock.ts'
import type { ImageContext } from './image-context.ts'
import { letGoOfUnneeded } from './let-go.ts'

const TIDIED_EVERY = 6 * HOUR

/** Lets go of images, from `start` on: at once, and again and again. */
export class Tidier {
  readonly #runner: Runner
  readonly #clock: Clock
  #stop = (): void => {}

  /** @param upToDate resolves when it is known which images stand in which documents */
  constructor(context: ImageContext, clock: Clock, upToDate: () => Promise<void>) {
    this.#clock = clock
    this.#runner = keepTrying(context.log, 'images', async () => {
      await upToDate()
      await letGoOfUnneeded(context)
    })
  }

  start(): void {
    this.#stop = every(this.#clock, TIDIED_EVERY, () => this.#runner.poke())
    this.#runner.poke()
  }

  settled(): Promise<void> {
    return this.#runner.settled()
  }

  async stop(): Promise<void> {
    this.#stop()
    await this.#runner.stop()
  }
}
