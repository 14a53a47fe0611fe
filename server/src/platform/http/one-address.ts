import type { MiddlewareHandler } from 'hono'
import type { HttpEnv } from './http-app.ts'

/**
 * Sends a browser that came by another name of this machine (127.0.0.1 for localhost) to the address that cookies,
 * origins and links are made for. Only navigations are sent on, so nothing is ever repeated.
 */
export const oneAddress =
  (publicUrl: string): MiddlewareHandler<HttpEnv> =>
  async (c, next) => {
    const isNavigation = c.req.method === 'GET' && (c.req.header('accept') ?? '').includes('text/html')
    const host = c.req.header('host')
    if (!isNavigation || host === undefined || host === new URL(publicUrl).host) return next()
    c.set('pathTemplate', '(other address)')
    const { pathname, search } = new URL(c.req.url)
    return c.redirect(new URL(`${publicUrl}/${pathname.replace(/^\/+/, '')}${search}`).href, 302)
  }
