import type { Contract } from '@rondo/shared/kernel/contract.ts'
import { type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Context as HonoContext } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { z } from 'zod'
import type { GuestPrincipal, HttpApp, HttpEnv, Principal } from './http-app.ts'
import { parseRequest } from './parse-request.ts'
import { NOT_SIGNED_IN, problem } from './problem.ts'

const MEGABYTE = 1024 * 1024

interface Asked<Actor, P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  actor: Actor
  params: z.output<P>
  query: z.output<Q>
  body: z.output<B>
  c: HonoContext<HttpEnv>
}

type Answer<O extends z.ZodType> = Result<z.output<O>> | Promise<Result<z.output<O>>>

const limitedTo = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: (c) =>
      problem(c, refuse('too-large', `A request may carry at most ${maxSize / MEGABYTE} MB.`).refusal),
  })

/**
 * Answers a contract of `access: 'member'`. `handle` is called with parsed input and a signed-in actor; what it
 * returns is sent as JSON, a refusal as problem+json.
 *
 * @example route(app, readCircle, ({ actor, params }) => queries.readCircle(context, actor, params.circleId))
 */
export const route = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, O extends z.ZodType>(
  app: HttpApp,
  contract: Contract<P, Q, B, O>,
  handle: (asked: Asked<Principal, P, Q, B>) => Answer<O>,
): void => {
  if (contract.access !== 'member')
    throw new Error(`${contract.path} is open to more than members: use openRoute or roomRoute`)
  register(app, contract, async (c) => {
    const actor = await c.get('identify')()
    if (actor === null) return problem(c, NOT_SIGNED_IN)
    return answer(c, contract, actor, handle)
  })
}

/**
 * Answers a contract of `access: 'room'`, for members and for guests. What it does is asked of `permitInMeeting`, which knows
 * both; a member who has a guest's session, too, is themself.
 */
export const roomRoute = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, O extends z.ZodType>(
  app: HttpApp,
  contract: Contract<P, Q, B, O>,
  handle: (asked: Asked<Principal | GuestPrincipal, P, Q, B>) => Answer<O>,
): void => {
  if (contract.access !== 'room') throw new Error(`${contract.path} is not open to guests: use route`)
  register(app, contract, async (c) => {
    const actor = (await c.get('identify')()) ?? (await c.get('identifyGuest')())
    if (actor === null) return problem(c, NOT_SIGNED_IN)
    return answer(c, contract, actor, handle)
  })
}

/** Answers a contract of `access: 'anyone'`; the actor is null for whoever is not signed in. */
export const openRoute = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, O extends z.ZodType>(
  app: HttpApp,
  contract: Contract<P, Q, B, O>,
  handle: (asked: Asked<Principal | null, P, Q, B>) => Answer<O>,
): void => {
  if (contract.access !== 'anyone')
    throw new Error(`${contract.path} is not open to anyone: use route or roomRoute`)
  register(app, contract, async (c) => answer(c, contract, await c.get('identify')(), handle))
}

const register = (
  app: HttpApp,
  contract: Contract,
  respond: (c: HonoContext<HttpEnv>) => Promise<Response>,
): void => {
  app.on(contract.method, contract.path, limitedTo(contract.mostBytes ?? MEGABYTE), async (c) => {
    c.set('pathTemplate', contract.path)
    c.header('Cache-Control', 'private, no-store')
    c.header('Vary', 'Cookie')
    return respond(c)
  })
}

const answer = async <
  Actor,
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  O extends z.ZodType,
>(
  c: HonoContext<HttpEnv>,
  contract: Contract<P, Q, B, O>,
  actor: Actor,
  handle: (asked: Asked<Actor, P, Q, B>) => Answer<O>,
): Promise<Response> => {
  const parsed = await parseRequest(c, contract)
  if (!parsed.ok) return problem(c, parsed.refusal)
  const result = await handle({ actor, c, ...(parsed.value as Omit<Asked<Actor, P, Q, B>, 'actor' | 'c'>) })
  if (!result.ok) return problem(c, result.refusal)
  if (c.get('checkOutput')) contract.output.parse(result.value)
  return result.value === null ? c.body(null, 204) : c.json(result.value as object)
}
