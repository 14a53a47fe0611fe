import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LiveFrame } from '@rondo/shared/wire/live.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { type App, buildApp } from './build-app.ts'
import { readConfig } from './config.ts'
import { withFreePort } from './free-port.ts'

const PASSWORD = 'correct horse battery'
let folder: string
let app: App
let here: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rondo-app-'))
  const config = await withFreePort(readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' }))
  here = config.publicUrl
  app = await buildApp(config)
  await app.listen()
})
afterEach(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

class Person {
  cookie = ''
  async send(method: string, path: string, body?: unknown) {
    const answer = await fetch(`${here}${path}`, {
      method,
      headers: { origin: here, cookie: this.cookie, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const [cookie] = answer.headers.getSetCookie()
    if (cookie !== undefined) this.cookie = cookie.split(';')[0] ?? ''
    const text = await answer.text()
    return { status: answer.status, json: text === '' ? null : JSON.parse(text) }
  }
  connect(path: string) {
    const socket = new WebSocket(`${here.replace('http', 'ws')}${path}`, {
      headers: { cookie: this.cookie, origin: here },
    })
    const heard = { bytes: 0, frames: [] as LiveFrame[], code: undefined as number | undefined, open: false }
    socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) heard.bytes += data.length
      else heard.frames.push(JSON.parse(data.toString('utf8')) as LiveFrame)
    })
    socket.on('error', () => undefined)
    socket.on('close', (code) => {
      heard.code = code
    })
    socket.on('open', () => {
      heard.open = true
      if (path === '/live') socket.send('{"kind":"listen","after":null}')
    })
    return heard
  }
}

const person = (name: string) => ({
  name,
  email: `${name}@example.org`,
  password: PASSWORD,
  timeZone: 'Europe/Berlin',
})

const founded = async () => {
  const ana = new Person()
  await ana.send('POST', '/api/setup', { workspaceName: 'Orchard', ...person('ana') })
  return ana
}
const circleOf = async (ana: Person, visibility: string) =>
  (
    await ana.send('POST', '/api/circles', {
      name: 'Core',
      purpose: 'Learn',
      visibility,
      timeZone: 'Europe/Berlin',
    })
  ).json
const joined = async (ana: Person, circleId?: string) => {
  const { json } = await ana.send('POST', '/api/invitations', { circleId })
  const bob = new Person()
  const accepted = await bob.send('POST', '/api/invitations/accept', {
    token: json.link.split('/').at(-1),
    ...person('bob'),
  })
  return { bob, bobId: accepted.json.account.id as string }
}
const pageIn = async (ana: Person, circleId: string | null) =>
  (await ana.send('POST', '/api/pages', { title: 'Canary', circleId })).json

test('A member of the circle opens its document; who lost the seat is cut off within a second and finds nothing.', async () => {
  const ana = await founded()
  const { id } = await circleOf(ana, 'confidential')
  const { bob, bobId } = await joined(ana, id)
  const page = await pageIn(ana, id)
  const [document, live] = [bob.connect(`/sync/${page.documentId}`), bob.connect('/live')]
  await vi.waitFor(() => expect(document.bytes).toBeGreaterThan(0))
  await vi.waitFor(() => expect(live.frames[0]?.kind).toBe('hello'))
  const began = performance.now()
  expect((await ana.send('DELETE', `/api/circles/${id}/seats/${bobId}`)).status).toBe(204)
  await vi.waitFor(() => expect([4403, 4404]).toContain(document.code))
  expect(performance.now() - began).toBeLessThan(1000)
  await vi.waitFor(() =>
    expect(live.frames.at(-1)).toMatchObject({ name: 'circle.seat-left', circleId: null }),
  )
  const count = live.frames.length
  await pageIn(ana, id)
  await pageIn(ana, null)
  await vi.waitFor(() => expect(live.frames.length).toBeGreaterThan(count))
  expect(live.frames.slice(count)).toEqual([
    expect.objectContaining({ name: 'page.created', circleId: null }),
  ])
  expect((await bob.send('GET', `/api/pages/${page.id}`)).status).toBe(404)
  const again = bob.connect(`/sync/${page.documentId}`)
  await vi.waitFor(() => expect(again.code).toBe(4404))
})

test('Signing out everywhere closes every socket of both kinds with 4401 within a second.', async () => {
  const ana = await founded()
  const page = await pageIn(ana, null)
  const sockets = [ana.connect('/live'), ana.connect(`/sync/${page.documentId}`)]
  await vi.waitFor(() => expect(sockets.every(({ open }) => open)).toBe(true))
  await vi.waitFor(() => expect(sockets[0]?.frames.length).toBe(1))
  await vi.waitFor(() => expect(sockets[1]?.bytes).toBeGreaterThan(0))
  const began = performance.now()
  await ana.send('DELETE', '/api/sessions')
  await vi.waitFor(() => expect(sockets.map(({ code }) => code)).toEqual([4401, 4401]))
  expect(performance.now() - began).toBeLessThan(1000)
})

test('A document that does not exist and one that may not be known of are closed alike.', async () => {
  const ana = await founded()
  const { id } = await circleOf(ana, 'confidential')
  const hidden = await pageIn(ana, id)
  const { bob } = await joined(ana)
  const sockets = [hidden.documentId, '00000000-0000-4000-8000-000000000000'].map((document) =>
    bob.connect(`/sync/${document}`),
  )
  await vi.waitFor(() => expect(sockets.map(({ code }) => code)).toEqual([4404, 4404]))
  expect(sockets.map(({ bytes }) => bytes)).toEqual([0, 0])
})

test('An upgrade anywhere else is turned away.', async () => {
  for (const path of ['/', '/api/session', '/live/', '/live?x=1', '/sync', '/SYNC/x']) {
    const socket = new WebSocket(`${here.replace('http', 'ws')}${path}`, { headers: { origin: here } })
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }]
    expect([path, response.statusCode]).toEqual([path, 404])
  }
})

test('Closing lets everybody go with a request to come again, and what was saved is there after a restart.', async () => {
  const ana = await founded()
  const page = await pageIn(ana, null)
  const sockets = [ana.connect('/live'), ana.connect(`/sync/${page.documentId}`)]
  await vi.waitFor(() => expect(sockets[0]?.frames.length).toBe(1))
  await vi.waitFor(() => expect(sockets[1]?.bytes).toBeGreaterThan(0))
  await app.close()
  await vi.waitFor(() => expect(sockets.map(({ code }) => code)).toEqual([4503, 4503]))
  const port = new URL(here).port
  app = await buildApp(readConfig({ PORT: port, DATA_DIR: folder, LOG_LEVEL: 'silent' }))
  await app.listen()
  expect((await ana.send('GET', `/api/pages/${page.id}`)).json.title).toBe('Canary')
})
