import { refuse } from '@rondo/shared/kernel/refusal.ts'
import type { MiddlewareHandler } from 'hono'
import type { HttpEnv } from './http-app.ts'
import { problem } from './problem.ts'

/**
 * Whether a request that changes something comes from our own pages. A browser says so in `Origin` or, where it
 * leaves that out, in `Sec-Fetch-Site`; neither can be set by a page. A request with neither is not from a browser
 * that we can judge and is refused.
 */
export const isFromHere = (
  publicUrl: string,
  headers: { origin: string | undefined; fetchSite: string | undefined },
): boolean => {
  const { origin, fetchSite } = headers
  if (origin === undefined && fetchSite === undefined) return false
  return (origin ?? publicUrl) === publicUrl && (fetchSite ?? 'same-origin') === 'same-origin'
}

const READING: ReadonlySet<string> = new Set(['GET', 'HEAD'])

/** Refuses whatever changes something and was started by another site. */
export const sameOrigin =
  (publicUrl: string): MiddlewareHandler<HttpEnv> =>
  async (c, next) => {
    const headers = { origin: c.req.header('origin'), fetchSite: c.req.header('sec-fetch-site') }
    if (READING.has(c.req.method) || isFromHere(publicUrl, headers)) return next()
    return problem(
      c,
      refuse('forbidden', 'This request did not come from our own pages.', { reason: 'http.foreign-origin' })
        .refusal,
    )
  }
