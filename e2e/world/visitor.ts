import { readSession } from '@rondo/shared/account/contract.ts'
import type { Contract, InputOf, OutputOf } from '@rondo/shared/kernel/contract.ts'

interface LooseInput {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
}

type CallInput<C> = Record<string, never> extends InputOf<C> ? [input?: InputOf<C>] : [input: InputOf<C>]

/** A refusal as it came over HTTP. */
class HttpProblem extends Error {
  readonly status: number
  readonly problem: unknown

  constructor(status: number, problem: unknown) {
    super(`${status} ${JSON.stringify(problem)}`)
    this.status = status
    this.problem = problem
  }
}

/** Somebody who talks to the server over HTTP alone, as a script would, and keeps its cookie. */
export class Visitor {
  readonly origin: string
  #cookie = ''

  constructor(origin: string, cookie = '') {
    this.origin = origin
    this.#cookie = cookie
  }

  /** The `Cookie` header of the session; empty before signing in. */
  get cookie(): string {
    return this.#cookie
  }

  /** Name, value and address of the cookie, for a browser that is to be signed in. */
  get browserCookie(): { name: string; value: string; url: string } {
    const [name = '', value = ''] = this.#cookie.split('=')
    return { name, value, url: this.origin }
  }

  /** Asks as the contract says; throws an `HttpProblem` on a refusal. */
  async ask<C extends Contract>(contract: C, ...rest: CallInput<C>): Promise<OutputOf<C>> {
    const response = await this.send(contract.method, addressOf(contract.path, rest[0] ?? {}), rest[0])
    if (!response.ok) throw new HttpProblem(response.status, await response.json().catch(() => null))
    return contract.output.parse(response.status === 204 ? null : await response.json()) as OutputOf<C>
  }

  /** Sends whatever it is given, right or wrong. */
  async send(method: string, path: string, input: LooseInput = {}): Promise<Response> {
    const response = await fetch(`${this.origin}${path}`, {
      method,
      headers: {
        origin: this.origin,
        ...(this.#cookie === '' ? {} : { cookie: this.#cookie }),
        ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
    })
    const set = response.headers.getSetCookie()[0]
    if (set !== undefined) this.#cookie = set.split(';')[0] ?? ''
    return response
  }

  /** The account that is signed in. */
  async me() {
    const session = await this.ask(readSession)
    if (session.state !== 'signed-in') throw new Error(`Nobody is signed in: ${session.state}`)
    return session.account
  }
}

const addressOf = (path: string, input: LooseInput): string => {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => String(Object(input.params)[name]))
  const query = new URLSearchParams(
    Object.entries(Object(input.query)).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  ).toString()
  return query === '' ? filled : `${filled}?${query}`
}
