/** Every token that anybody wrote, and what its writer was told. Survives every crash of the server. */
export class Journal {
  /** When a token was acknowledged, in milliseconds since the epoch; null as long as nothing is known. */
  readonly #acknowledgedAt = new Map<string, number | null>()

  readonly #writtenAt = new Map<string, number>()
  readonly #tookMs: { readonly writtenAt: number; readonly ms: number }[] = []

  wrote(token: string): void {
    this.#writtenAt.set(token, Date.now())
    this.#acknowledgedAt.set(token, null)
  }

  acknowledged(token: string): void {
    // The clock tells whole milliseconds that are past; it was not earlier than the end of this one.
    if (this.#acknowledgedAt.get(token) != null) return
    this.#acknowledgedAt.set(token, Date.now() + 1)
    const writtenAt = this.#writtenAt.get(token) ?? 0
    this.#tookMs.push({ writtenAt, ms: Date.now() - writtenAt })
  }

  get written(): readonly string[] {
    return [...this.#acknowledgedAt.keys()]
  }

  get acknowledgedTokens(): readonly string[] {
    return this.acknowledgedBy(Number.POSITIVE_INFINITY)
  }

  acknowledgedBy(at: number): readonly string[] {
    return [...this.#acknowledgedAt].filter(([, when]) => when !== null && when <= at).map(([token]) => token)
  }

  /** How long tokens that were written since then had to wait for their acknowledgement, in milliseconds. */
  waitsSince(at: number): readonly number[] {
    return this.#tookMs.filter(({ writtenAt }) => writtenAt >= at).map(({ ms }) => ms)
  }

  /** Tokens, acknowledged until then, that a text does not contain. */
  missingFrom(text: string, at = Number.POSITIVE_INFINITY): readonly string[] {
    const there = new Set(text.match(/c\d+-\d+/g))
    return this.acknowledgedBy(at).filter((token) => !there.has(token))
  }
}
