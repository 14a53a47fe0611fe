import type { HttpApp } from './http-app.ts'

/** A check's answer to why, in words that anybody may read. Of any other error only the name of the check is told. */
export class NotReady extends Error {
  override readonly name = 'NotReady'
}

/** What must hold for the server to be sent requests; each rejects when it does not. */
export type ReadinessChecks = Record<string, () => Promise<unknown>>

/** `/healthz`: the process answers. `/readyz`: it can also do its work and is not about to stop. */
export const healthRoutes = (
  app: HttpApp,
  options: { checks: ReadinessChecks; isDraining: () => boolean },
): void => {
  app.get('/healthz', (c) => {
    c.set('pathTemplate', '/healthz')
    return c.text('ok', 200, { 'Cache-Control': 'no-store' })
  })
  app.get('/readyz', async (c) => {
    c.set('pathTemplate', '/readyz')
    const checks = options.isDraining()
      ? { serving: () => Promise.reject(new Error('draining')) }
      : options.checks
    const names = Object.keys(checks)
    const results = await Promise.allSettled(Object.values(checks).map((check) => check()))
    const failing = results.flatMap((result, index) =>
      result.status === 'rejected' ? [describe(names[index] ?? '', result.reason)] : [],
    )
    const body = failing.length === 0 ? 'ready' : `not ready: ${failing.join(', ')}`
    return c.text(body, failing.length === 0 ? 200 : 503, { 'Cache-Control': 'no-store' })
  })
}

const describe = (check: string, reason: unknown): string =>
  reason instanceof NotReady ? `${check} (${reason.message})` : check
