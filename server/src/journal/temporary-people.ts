import type { Contract } from '@rondo/shared/kernel/contract.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { sql } from 'kysely'
import type { z } from 'zod'
import { createHttpApp, type HttpApp, type Principal } from '../platform/http/http-app.ts'
import type { Context } from './context.ts'

/** For tests: accounts without passwords, and an app that believes the header which says who asks. */
export const temporaryPeople = async (context: Context, names: readonly string[]): Promise<Principal[]> => {
  const people = names.map((name, index) => ({
    id: `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}` as MemberId,
    name,
    colour: (index % 16) + 1,
    timeZone: 'Europe/Berlin',
    role: index === 0 ? ('owner' as const) : ('member' as const),
    joinedAt: context.clock.now(),
    email: `${name.toLowerCase()}@example.org`,
    locale: 'en' as const,
    colourScheme: 'auto' as const,
    passwordHash: '',
  }))
  await context.db.writer.insertInto('member').values(people).execute()
  return people.map(({ id, role }) => ({ memberId: id, role, sessionId: id }))
}

const AS = 'x-asked-by'
const HERE = 'http://localhost:3000'

/** A problem, or the output of the contract. */
type Answered<Output> =
  | { ok: true; status: number; text: string; value: Output }
  | { ok: false; status: number; text: string; problem: Problem }

interface Problem {
  detail: string
  reason?: string
  errors?: { field: string; detail: string }[]
}

interface Input {
  params?: Record<string, string>
  query?: Record<string, string>
  /** JSON, or a text that is sent as it is. */
  body?: unknown
}

/** For tests: asks by contract, as somebody, with input that need not be right. */
export const temporaryApp = (
  context: Context,
  people: readonly Principal[],
  register: (app: HttpApp) => void,
) => {
  const identify = async (request: Request) =>
    people.find(({ memberId }) => memberId === request.headers.get(AS)) ?? null
  const app = createHttpApp({ publicUrl: HERE, log: context.log, identify, checkOutput: true })
  register(app)
  return async <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, O extends z.ZodType>(
    who: Principal | null,
    contract: Contract<P, Q, B, O>,
    { params = {}, query, body }: Input = {},
  ): Promise<Answered<z.output<O>>> => {
    const path = contract.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '')
    const asked = query ? `${path}?${new URLSearchParams(query).toString()}` : path
    const headers = {
      origin: HERE,
      ...(who && { [AS]: who.memberId }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    }
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
    const response = await app.request(asked, { method: contract.method, headers, ...sent })
    const { status } = response
    const text = await response.text()
    const json = text === '' ? null : JSON.parse(text)
    if (status < 400) return { ok: true, status, text, value: json }
    return { ok: false, status, text, problem: json }
  }
}

/** The value of an answer that must not be a refusal. */
export const granted = <Output>(answer: Answered<Output>): Output => {
  if (!answer.ok) throw new Error(`Refused with ${answer.status}: ${answer.text}`)
  return answer.value
}

/** The problem of an answer that must be a refusal. */
export const refused = (answer: Answered<unknown>): Problem & { status: number } => {
  if (answer.ok) throw new Error(`Granted: ${answer.text}`)
  return { ...answer.problem, status: answer.status }
}

/** Everything that every table holds, to show that a refused request changed nothing. */
export const dumpOf = async ({ db }: Context): Promise<string> => {
  const { rows } = await sql<{
    name: string
  }>`select name from sqlite_master where type = 'table' order by name`.execute(db.writer)
  const tables = []
  for (const { name } of rows) {
    const table = await sql`select * from ${sql.table(name)}`.execute(db.writer)
    tables.push([name, table.rows])
  }
  return JSON.stringify(tables)
}
