import type { MiddlewareHandler } from 'hono'
import type { HttpEnv } from './http-app.ts'

/** What browsers are told on every answer. */
export const secureHeaders = (publicUrl: string): MiddlewareHandler<HttpEnv> => {
  const headers = Object.entries(headersFor(publicUrl))
  return async (c, next) => {
    await next()
    for (const [name, value] of headers) if (!isStricter(c.res, name)) c.res.headers.set(name, value)
  }
}

/** What somebody brought may do even less than a page of ours: its answer says so itself. */
const isStricter = ({ headers }: Response, name: string): boolean =>
  name === 'Content-Security-Policy' && headers.get(name)?.includes('sandbox') === true

const headersFor = (publicUrl: string): Record<string, string> => {
  const sockets = publicUrl.replace(/^http/, 'ws')
  const policy = {
    'default-src': "'self'",
    'script-src': "'self'",
    // Mantine and ProseMirror set style attributes; no script can come in by them.
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': `'self' ${sockets}`,
    'worker-src': "'self'",
    'manifest-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
    'form-action': "'self'",
  }
  return {
    'Content-Security-Policy': Object.entries(policy)
      .map((directive) => directive.join(' '))
      .join('; '),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(publicUrl.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  }
}
