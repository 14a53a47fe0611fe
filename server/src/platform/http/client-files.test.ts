import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { silentLogger } from '../../kernel/logger.ts'
import { clientFiles } from './client-files.ts'
import { createHttpApp, type HttpApp } from './http-app.ts'

const folder = mkdtempSync(join(tmpdir(), 'rondo-client-'))
const dist = join(folder, 'dist')
const newApp = () =>
  createHttpApp({ publicUrl: 'http://localhost:3000', log: silentLogger, identify: async () => null })
let app: HttpApp
beforeAll(() => {
  mkdirSync(join(dist, 'assets'), { recursive: true })
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Rondo</title>')
  for (const name of ['rondo.svg', 'worker.js', 'build.json']) writeFileSync(join(dist, name), '')
  writeFileSync(join(dist, 'assets', 'index-D5aXZchB.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'canary')
  app = newApp()
  clientFiles(app, dist)
})
afterAll(() => rmSync(folder, { recursive: true }))

const page = { accept: 'text/html,*/*;q=0.8' }

test('Hashed files may be kept for ever, the page never.', async () => {
  const script = await app.request('/assets/index-D5aXZchB.js')
  expect(script.headers.get('content-type')).toContain('text/javascript')
  expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  for (const path of ['/rondo.svg', '/worker.js', '/build.json'])
    expect((await app.request(path)).headers.get('cache-control')).toBe('no-cache')
  const screen = await app.request('/circles/1', { headers: page })
  expect(await screen.text()).toContain('<title>Rondo</title>')
  expect(screen.headers.get('cache-control')).toBe('no-cache, no-store')
  expect(screen.headers.get('content-security-policy')).toContain("script-src 'self'")
})

test('The root is the page for whoever takes anything, another path is not.', async () => {
  const anything = { headers: { accept: '*/*' } }
  expect(await (await app.request('/', anything)).text()).toContain('<title>Rondo</title>')
  expect((await app.request('/circles/1', anything)).status).toBe(404)
})

test('What is packed unpacks to the same.', async () => {
  const packed = await app.request('/assets/index-D5aXZchB.js', {
    headers: { 'accept-encoding': 'deflate, gzip' },
  })
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  expect(gunzipSync(await packed.arrayBuffer()).toString()).toBe('export {}')
})

test.each(['/api/nothing', '/sync/none', '/live', '/assets/gone-12345678.js'])(
  '%s is not a screen, even for a browser that navigates.',
  async (path) => {
    expect((await app.request(path, { headers: page })).status).toBe(404)
  },
)

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/..%5c..%5csecret.txt',
  '//secret.txt',
  '/\0',
])('The path %s leads nowhere.', async (path) => {
  const answer = await app.request(path)
  expect(answer.status).toBe(404)
  expect(await answer.text()).not.toContain('canary')
})

test('Without a built client the page says so.', async () => {
  const empty = newApp()
  clientFiles(empty, join(folder, 'nothing'))
  const answer = await empty.request('/', { headers: page })
  expect([answer.status, await answer.text()]).toEqual([
    503,
    'The client has not been built yet: run npm start.',
  ])
})
