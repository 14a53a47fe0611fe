import type { Contract } from '@rondo/shared/kernel/contract.ts'
import { accept, type FieldError, type Refusal, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Context as HonoContext } from 'hono'
import { z } from 'zod'
import type { HttpEnv } from './http-app.ts'

const nothing = z.strictObject({})

/** The parts of a request, held against the contract: unknown, missing and malformed fields are named. */
export const parseRequest = async (
  c: HonoContext<HttpEnv>,
  contract: Contract,
): Promise<Result<{ params: unknown; query: unknown; body: unknown }>> => {
  const repeated = Object.entries(c.req.queries()).filter(([, values]) => values.length > 1)
  if (repeated.length > 0)
    return refuseFields(repeated.map(([field]) => ({ field, detail: 'must be given only once' })))
  const params = read(contract.params ?? nothing, c.req.param())
  const query = read(contract.query ?? nothing, c.req.query())
  const body = await readBody(c, contract)
  if ('code' in body) return { ok: false, refusal: body }
  const errors = [params, query, body].flatMap((part) => part.errors)
  return errors.length > 0
    ? refuseFields(errors)
    : accept({ params: params.value, query: query.value, body: body.value })
}

type Part = { value: unknown; errors: FieldError[] }

const readBody = async (c: HonoContext<HttpEnv>, contract: Contract): Promise<Part | Refusal> => {
  const text = c.req.method === 'GET' ? '' : await c.req.text()
  if (contract.body === undefined)
    return text.trim() === ''
      ? { value: undefined, errors: [] }
      : refuse('invalid', 'This request takes no body.').refusal
  if (!isJson(c.req.header('content-type')))
    return refuse('invalid', 'The body must be JSON, sent as application/json.').refusal
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return refuse('invalid', 'The body is not well-formed JSON.').refusal
  }
  return read(contract.body, json)
}

const isJson = (type: string | undefined) =>
  /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type ?? '')

const read = (schema: z.ZodType, input: unknown): Part => {
  const parsed = schema.safeParse(input)
  return parsed.success
    ? { value: parsed.data, errors: [] }
    : { value: undefined, errors: parsed.error.issues.flatMap(describe) }
}

const describe = (issue: z.core.$ZodIssue): FieldError[] => {
  const path = issue.path.map(String)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ field: [...path, key].join('.'), detail: 'is not a known field' }))
  return [{ field: path.join('.'), detail: issue.message }]
}

const refuseFields = (errors: FieldError[]) =>
  refuse('invalid', 'Something in the request is not right; the fields are named.', {
    errors: errors.slice(0, 20),
  })
