import { expect, test } from 'vitest'
import { silentLogger } from '../../kernel/logger.ts'
import { createHttpApp } from './http-app.ts'

const headersAt = async (publicUrl: string, path = '/x') => {
  const app = createHttpApp({ publicUrl, log: silentLogger, identify: async () => null })
  app.get('/x', (c) => c.text('x'))
  app.get('/broken', () => {
    throw new Error('broken')
  })
  return (await app.request(path)).headers
}

test.each(['/x', '/missing', '/broken'])('%s is answered with a strict policy.', async (path) => {
  const headers = await headersAt('https://rondo.example.org', path)
  const policy = headers.get('content-security-policy') ?? ''
  for (const directive of [
    "default-src 'self'",
    "script-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "connect-src 'self' wss://rondo.example.org",
  ])
    expect(policy.split('; ')).toContain(directive)
  expect(policy).not.toMatch(/script-src[^;]*unsafe|\*/)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  expect(headers.get('permissions-policy')).toContain('camera=()')
  expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/)
  expect(headers.get('server') ?? headers.get('x-powered-by')).toBeNull()
})

test('Without TLS nothing promises TLS, and sockets are plain.', async () => {
  const headers = await headersAt('http://localhost:3000')
  expect(headers.get('strict-transport-security')).toBeNull()
  expect(headers.get('content-security-policy')).toContain('ws://localhost:3000')
})
