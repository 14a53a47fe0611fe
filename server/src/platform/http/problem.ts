import { REFUSAL_STATUS, type Refusal, type RefusalCode, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Context as HonoContext } from 'hono'
import { describeError } from '../log/describe-error.ts'
import type { HttpEnv } from './http-app.ts'

const titles: Record<RefusalCode, string> = {
  invalid: 'The request is not valid',
  'not-signed-in': 'Not signed in',
  forbidden: 'Not allowed',
  'not-found': 'Not found',
  conflict: 'Something else happened first',
  gone: 'No longer available',
  'too-large': 'Too large',
  'too-many': 'Too many requests',
  unavailable: 'Not available right now',
}

/** What whoever has no session is told, wherever one is needed. */
export const NOT_SIGNED_IN = refuse('not-signed-in', 'Sign in first.').refusal

/** A refusal as application/problem+json (RFC 9457). */
export const problem = (c: HonoContext<HttpEnv>, refusal: Refusal): Response => {
  const status = REFUSAL_STATUS[refusal.code]
  const { code, detail, reason, errors, retryAfter } = refusal
  c.set('refusal', { code, reason })
  if (retryAfter !== undefined) c.header('Retry-After', String(Math.max(1, Math.ceil(retryAfter))))
  c.header('Cache-Control', 'no-store')
  const body = { type: 'about:blank', title: titles[code], status, detail, code, reason, errors, retryAfter }
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' })
}

/** A fault of ours: the asker learns an id, the log the rest. */
export const fault = (c: HonoContext<HttpEnv>, error: unknown): Response => {
  const id = c.get('requestId')
  c.get('log').error(
    { requestId: id, path: c.get('pathTemplate'), method: c.req.method, ...describeError(error) },
    'a request failed',
  )
  const body = {
    type: 'about:blank',
    title: 'Something broke on our side',
    status: 500,
    detail: `The server could not answer. Whoever runs it finds the cause in its log under ${id}.`,
    code: 'fault',
    id,
  }
  return c.body(JSON.stringify(body), 500, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
  })
}
