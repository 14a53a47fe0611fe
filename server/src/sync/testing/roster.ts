import type { Access, Mode } from '../access.ts'

/** Who may do what at this moment; the cookie is the name. Whoever is not listed finds nothing. */
export class Roster implements Access {
  readonly #modes = new Map<string, Mode>()

  set(name: string, mode: Mode | null): void {
    if (mode === null) this.#modes.delete(name)
    else this.#modes.set(name, mode)
  }

  modeOf(name: string): Mode | null {
    return this.#modes.get(name) ?? null
  }

  async authorize({ cookieHeader }: { readonly cookieHeader: string | undefined }) {
    const name = cookieHeader ?? ''
    const mode = this.modeOf(name)
    if (mode === null) return { kind: 'absent' } as const
    const account = { id: name, name, colour: 1, colourHex: '#a03030' }
    return { kind: 'granted', account, mode, sessionId: name } as const
  }
}
