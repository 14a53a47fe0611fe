/** Repeatable chance: the seed tells the whole story. */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = Math.imul(seed, 2_654_435_761) >>> 0
  }

  /** A whole number from 0 up to, but not, `sides`. */
  upTo(sides: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((this.#state / 2 ** 32) * sides)
  }

  chance(probability: number): boolean {
    return this.upTo(1_000_000) < probability * 1_000_000
  }

  /** One of several. @throws when there is none */
  pick<T>(choices: readonly T[]): T {
    const choice = choices[this.upTo(choices.length)]
    if (choice === undefined) throw new Error('There is nothing to choose from.')
    return choice
  }
}
