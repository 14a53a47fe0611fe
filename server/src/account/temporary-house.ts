import { mkdirSync } from 'node:fs'
import type { Account } from '@rondo/shared/account/model.ts'
import type { CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import { refuse } from '@rondo/shared/kernel/refusal.ts'
import { temporaryContext } from '../journal/temporary-context.ts'
import { createHttpApp } from '../platform/http/http-app.ts'
import type { AccountContext } from './account-context.ts'
import { createPasswords } from './passwords.ts'
import { accountRoutes } from './routes.ts'
import { createSessions } from './sessions.ts'

const HERE = 'http://localhost:3000'
export const PASSWORD = 'correct horse battery'

/** For tests: the account routes over a fresh database, with cheap passwords and circles that only take notes. */
export const temporaryHouse = async (change: Partial<AccountContext> = {}) => {
  const base = await temporaryContext()
  mkdirSync(base.folder, { recursive: true })
  const seats: [CircleId, MemberId][] = []
  const forbidden = new Set<CircleId>()
  const context: AccountContext = {
    ...base,
    passwords: createPasswords({ memoryKib: 8, passes: 1 }),
    sessions: createSessions(base, change.publicUrl ?? HERE),
    circles: {
      mayInvite: async (_, __, circleId) => !forbidden.has(circleId),
      nameOf: async () => 'Circle',
      takeSeat: async (_, circleId, memberId) => void seats.push([circleId, memberId]),
    },
    guests: { stayOf: async () => null, claim: async () => null, blankCookie: '' },
    publicUrl: HERE,
    setUpCode: null,
    fillDemo: async () => refuse('unavailable', 'There is no demo.'),
    ...change,
  }
  const app = createHttpApp({
    log: base.log,
    publicUrl: context.publicUrl,
    trustedProxies: ['192.0.2.1'],
    identify: (request) => context.sessions.read(request.headers.get('cookie') ?? undefined),
    checkOutput: true,
  })
  accountRoutes(app, context)
  const browser = () =>
    new Browser((path, init) => Promise.resolve(app.request(path, init)), context.publicUrl)
  return { ...base, context, app, seats, forbidden, browser }
}

export type House = Awaited<ReturnType<typeof temporaryHouse>>

/** Keeps cookies as a browser would, and sends the Origin that a browser would send. */
export class Browser {
  cookie: string | undefined
  readonly #request: (path: string, init: RequestInit) => Promise<Response>
  readonly #origin: string

  constructor(request: (path: string, init: RequestInit) => Promise<Response>, origin: string) {
    this.#request = request
    this.#origin = origin
  }

  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await this.#request(path, {
      method,
      headers: {
        ...(method === 'GET' ? {} : { origin: this.#origin }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie === undefined ? {} : { cookie: this.cookie }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    this.#keep(response.headers.get('set-cookie'))
    const text = await response.text()
    return { status: response.status, headers: response.headers, json: text === '' ? null : JSON.parse(text) }
  }

  async setUp(): Promise<Account> {
    const answer = await this.send('POST', '/api/setup', { workspaceName: 'Orchard', ...person('ana') })
    return answer.json
  }

  async state(): Promise<string> {
    return (await this.send('GET', '/api/session')).json.state
  }

  #keep(header: string | null) {
    if (header === null) return
    const [pair = ''] = header.split(';')
    this.cookie = pair.endsWith('=') ? undefined : pair
  }
}

export const person = (name: string) => ({
  name,
  email: `${name}@example.org`,
  password: PASSWORD,
  timeZone: 'Europe/Berlin',
})
