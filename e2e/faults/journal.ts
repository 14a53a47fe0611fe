/** What became of a token, as its writer knows: on the server's disk for certain, or not known. */
export type Fate = 'unknown' | 'acknowledged'

/** Every token that anybody wrote, and what its writer was told. Survives every crash of the server. */
export class Journal {
  readonly #fates = new Map<string, Fate>()

  wrote(token: string): void {
    this.#fates.set(token, 'unknown')
  }

  acknowledged(token: string): void {
    this.#fates.set(token, 'acknowledged')
  }

  get written(): readonly string[] {
    return [...this.#fates.keys()]
  }

  get acknowledgedTokens(): readonly string[] {
    return [...this.#fates].filter(([, fate]) => fate === 'acknowledged').map(([token]) => token)
  }

  /** Acknowledged tokens that a text does not contain. */
  missingFrom(text: string): readonly string[] {
    const there = new Set(text.match(/c\d+-\d+/g))
    return this.acknowledgedTokens.filter((token) => !there.has(token))
  }
}
