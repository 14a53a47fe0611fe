import { defineContract } from '@rondo/shared/kernel/contract.ts'
import { circleId, type MemberId } from '@rondo/shared/kernel/id.ts'
import { accept, refuse } from '@rondo/shared/kernel/refusal.ts'
import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { silentLogger } from '../../kernel/logger.ts'
import { createHttpApp, type HttpApp, type Principal } from './http-app.ts'
import { openRoute, route } from './route.ts'

const rename = defineContract({
  method: 'PATCH',
  path: '/api/things/:circleId',
  access: 'member',
  params: z.strictObject({ circleId }),
  query: z.strictObject({ dry: z.literal('yes').optional() }),
  body: z.strictObject({
    name: z.string().min(1),
    parts: z.array(z.strictObject({ minutes: z.int() })).default([]),
  }),
  output: z.strictObject({ name: z.string() }),
})
const ping = defineContract({ method: 'POST', path: '/api/ping', access: 'anyone', output: z.null() })

const id = '00000000-0000-4000-8000-000000000001'
const somebody: Principal = { memberId: id as MemberId, role: 'member', sessionId: 's' }
const lines: object[] = []
const log = { ...silentLogger, error: (fields: object) => lines.push(fields) }
let app: HttpApp
let who: Principal | null

beforeEach(() => {
  who = somebody
  lines.length = 0
  app = createHttpApp({
    publicUrl: 'http://localhost:3000',
    log,
    identify: async () => who,
    checkOutput: true,
  })
  route(app, rename, ({ body }) => {
    if (body.name === 'broken') throw new Error('secret text')
    if (body.name === 'taken') return refuse('conflict', 'That name is taken.', { reason: 'thing.taken' })
    if (body.name === 'lying') return accept({ name: 1 } as unknown as { name: string })
    return accept({ name: body.name })
  })
  openRoute(app, ping, ({ actor }) => (actor === null ? accept(null) : refuse('gone', 'no')))
})

const send = (body: unknown, path = `/api/things/${id}`, type = 'application/json') =>
  app.request(path, {
    method: 'PATCH',
    headers: { 'content-type': type, origin: 'http://localhost:3000' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

test('A parsed request is answered as private JSON.', async () => {
  const answer = await send({ name: 'a' })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  expect(answer.headers.get('vary')).toBe('Cookie')
  expect(await answer.json()).toEqual({ name: 'a' })
})

test('An answer of nothing is 204.', async () => {
  who = null
  expect(
    (await app.request('/api/ping', { method: 'POST', headers: { origin: 'http://localhost:3000' } })).status,
  ).toBe(204)
})

test('Nobody signed in gets 401 before anything is parsed.', async () => {
  who = null
  const answer = await send('not json')
  expect(answer.status).toBe(401)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(await answer.json()).toMatchObject({ status: 401, code: 'not-signed-in' })
})

test.each([
  ['a wrong id', { name: 'a' }, '/api/things/none', 'circleId'],
  ['an unknown field', { name: 'a', role: 'owner' }, undefined, 'role'],
  ['a prototype', '{"name":"a","__proto__":{"x":1}}', undefined, '__proto__'],
  ['a missing field', {}, undefined, 'name'],
  ['a nested field', { name: 'a', parts: [{ minutes: 1 }, { minutes: 'x' }] }, undefined, 'parts.1.minutes'],
  ['an unknown query', { name: 'a' }, `/api/things/${id}?wet=yes`, 'wet'],
  ['a repeated query', { name: 'a' }, `/api/things/${id}?dry=yes&dry=yes`, 'dry'],
])('%s is refused by name.', async (_, body, path, field) => {
  const answer = await send(body, path)
  expect(answer.status).toBe(400)
  const { errors } = (await answer.json()) as { errors: { field: string }[] }
  expect(errors.map((error) => error.field)).toEqual([field])
})

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
  'A body of type "%s" is refused.',
  async (type) => {
    expect((await send({ name: 'a' }, undefined, type)).status).toBe(400)
  },
)

test('Malformed JSON, JSON of absurd depth and a body of more than 1 MB are refused.', async () => {
  expect((await send('{"name"')).status).toBe(400)
  expect((await send('['.repeat(100_000))).status).toBe(400)
  expect((await send({ name: 'a'.repeat(1024 * 1024) })).status).toBe(413)
})

test('A refusal keeps its code, reason and sentence.', async () => {
  const answer = await send({ name: 'taken' })
  expect(answer.status).toBe(409)
  expect(await answer.json()).toMatchObject({
    code: 'conflict',
    reason: 'thing.taken',
    detail: 'That name is taken.',
  })
})

test('A fault says an id and nothing else; the log has the id, the template of the path and no message.', async () => {
  const answer = await send({ name: 'broken' })
  const body = (await answer.json()) as { id: string }
  expect(answer.status).toBe(500)
  expect(JSON.stringify(body)).not.toContain('secret')
  expect(lines).toEqual([
    expect.objectContaining({ requestId: body.id, path: '/api/things/:circleId', error: 'Error' }),
  ])
  expect(JSON.stringify(lines)).not.toContain('secret')
})

test('With the check on, an answer that breaks its contract is a fault.', async () => {
  expect((await send({ name: 'lying' })).status).toBe(500)
})

test('An unknown address is a 404 problem.', async () => {
  const answer = await app.request('/api/nothing')
  expect(answer.status).toBe(404)
  expect(await answer.json()).toMatchObject({ code: 'not-found' })
})

test('A contract for members cannot be opened to anyone by mistake.', () => {
  expect(() => openRoute(app, rename, () => accept({ name: '' }))).toThrow(/route/)
  expect(() => route(app, ping, () => accept(null))).toThrow(/openRoute/)
})
