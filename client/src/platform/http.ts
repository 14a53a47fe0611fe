import type { Contract, InputOf, OutputOf } from '@rondo/shared/kernel/contract.ts'
import { noteServerTime } from './clock.ts'
import { Refused, Unreachable } from './refused.ts'
import { longest, startWatch } from './stopwatch.ts'

interface LooseInput {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
}

/** The input of a contract; one without parameters, query and body needs none. */
export type CallInput<C> =
  Record<string, never> extends InputOf<C> ? [input?: InputOf<C>] : [input: InputOf<C>]

function entriesOf(value: unknown): [string, string][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) =>
    one === undefined || one === null ? [] : [[name, String(one)] satisfies [string, string]],
  )
}

/** The address of a request: parameters in their places, the query behind. */
export function addressOf(path: string, input: LooseInput = {}): string {
  const params = new Map(entriesOf(input.params))
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params.get(name)
    if (value === undefined) throw new TypeError(`${path} needs ${name}`)
    return encodeURIComponent(value)
  })
  const query = new URLSearchParams(entriesOf(input.query)).toString()
  return query === '' ? filled : `${filled}?${query}`
}

async function bodyOf(response: Response): Promise<unknown> {
  if (response.status === 204) return null
  try {
    return await response.json()
  } catch {
    return null
  }
}

/** Some answers say the time to the millisecond; the others have their header, to the second. */
function exactTimeIn(body: unknown): number | undefined {
  const told: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, 'serverTime') : undefined
  return typeof told === 'number' && told > 0 ? told : undefined
}

async function send(contract: Contract, input: LooseInput): Promise<Response> {
  const hasBody = input.body !== undefined
  try {
    return await fetch(addressOf(contract.path, input), {
      method: contract.method,
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...(hasBody ? { 'content-type': 'application/json' } : {}) },
      ...(hasBody ? { body: JSON.stringify(input.body) } : {}),
    })
  } catch (cause) {
    throw new Unreachable('The server could not be reached.', { cause })
  }
}

/** Asks as the contract says and parses the answer by it; throws `Refused` or `Unreachable`. */
export async function call<C extends Contract>(contract: C, ...rest: CallInput<C>): Promise<OutputOf<C>> {
  return callWith(contract, rest[0] ?? {})
}

/** The same for callers whose input has been checked by the type of the contract elsewhere. */
export async function callWith<C extends Contract>(contract: C, input: LooseInput): Promise<OutputOf<C>> {
  const passed = startWatch()
  const response = await send(contract, input)
  const body = await bodyOf(response)
  const exact = exactTimeIn(body)
  const told = exact ?? Date.parse(response.headers.get('date') ?? '')
  noteServerTime(told, longest(passed()), exact === undefined ? 1000 : 1)
  if (!response.ok) throw new Refused(response.status, body)
  return contract.output.parse(body) as OutputOf<C>
}
