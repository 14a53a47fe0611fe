import type { DocumentLog } from '../log/document-log.ts'

/** A log that knows whether anything is under way, and can be cut off from its server. */
export class BusyLog {
  readonly log: DocumentLog
  #underWay = 0
  #isCutOff = false

  constructor(inner: DocumentLog) {
    const counted =
      <Args extends unknown[], T>(work: (...args: Args) => Promise<T>) =>
      async (...args: Args): Promise<T> => {
        if (this.#isCutOff) throw new Error('The log cannot be reached.')
        this.#underWay += 1
        try {
          return await work(...args)
        } finally {
          this.#underWay -= 1
        }
      }
    this.log = {
      ...inner,
      load: counted(inner.load),
      since: counted(inner.since),
      append: counted(inner.append),
      compact: counted(inner.compact),
    }
  }

  get isBusy(): boolean {
    return this.#underWay > 0
  }

  cutOff(yes: boolean): void {
    this.#isCutOff = yes
  }
}
