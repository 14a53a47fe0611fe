import type { MiddlewareHandler } from 'hono'
import type { HttpEnv } from './http-app.ts'

/** One line a request: what kind it was, how it ended, how long it took. Never an address, a query or a body. */
export const requestLog: MiddlewareHandler<HttpEnv> = async (c, next) => {
  const began = performance.now()
  await next()
  c.get('log').info(
    {
      requestId: c.get('requestId'),
      method: c.req.method,
      path: c.get('pathTemplate'),
      status: c.res.status,
      ...c.get('refusal'),
      ms: Math.round(performance.now() - began),
    },
    'answered',
  )
}
