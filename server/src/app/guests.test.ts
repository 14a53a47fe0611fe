import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setUp } from '@rondo/shared/account/contract.ts'
import { createCircle } from '@rondo/shared/circle/contract.ts'
import { enterAsGuest, makeGuestLink } from '@rondo/shared/guest/contract.ts'
import { takenImage } from '@rondo/shared/image/model.ts'
import type { Contract, InputOf, OutputOf } from '@rondo/shared/kernel/contract.ts'
import { HOUR } from '@rondo/shared/kernel/time.ts'
import { scheduleMeeting } from '@rondo/shared/meeting/contract.ts'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HttpApp } from '../platform/http/http-app.ts'
import { type Assembly, assemble } from './assemble.ts'
import { readConfig } from './config.ts'
import { named } from './every-contract.ts'
import { httpApp } from './http.ts'

/** What a guest may ask, and nothing else. A contract that joins this list is one that somebody thought about. */
const FOR_GUESTS = [
  'GET /api/meetings/:meetingId',
  'GET /api/meetings/:meetingId/people',
  'POST /api/meetings/:meetingId/join',
  'POST /api/meetings/:meetingId/floor/raise',
  'POST /api/meetings/:meetingId/floor/lower',
  'POST /api/meetings/:meetingId/floor/word',
  'POST /api/meetings/:meetingId/floor/pass',
  'GET /api/images/:fileId',
]

/** What is asked beside the meeting. */
const bodies: Record<string, () => object> = {
  raise: () => ({}),
  lower: () => ({ memberId: there['memberId'] }),
  word: () => ({ from: 0, to: null }),
  pass: () => ({ from: 0, had: false }),
}

const NOWHERE = '00000000-0000-4000-8000-00000000000f'

const folder = mkdtempSync(join(tmpdir(), 'rondo-guests-'))
let assembly: Assembly
let app: HttpApp
let here: string
let member: string
let guest: string
/** Things that are there, by the names that paths have for them. */
let there: Record<string, string>
let other: string
let otherPage: string

const send = (method: string, path: string, cookie: string, body?: unknown) =>
  app.request(path, {
    method,
    headers: { origin: here, 'content-type': 'application/json', cookie },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

const pathOf = ({ path }: Contract, ids: Record<string, string>) =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? NOWHERE)

const cookieFrom = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? ''

const tell = async <C extends Contract>(
  contract: C,
  input: InputOf<C> & { params?: unknown; body?: unknown },
  cookie = member,
): Promise<{ value: OutputOf<C>; cookie: string }> => {
  const path = pathOf(contract, input.params ?? {})
  const answer = await send(contract.method, path, cookie, input.body)
  expect({ path, status: answer.status }).toEqual({ path, status: 200 })
  return { value: contract.output.parse(await answer.json()) as OutputOf<C>, cookie: cookieFrom(answer) }
}

beforeAll(async () => {
  const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' })
  here = config.publicUrl
  assembly = await assemble(config)
  app = httpApp(config, assembly, () => false)
  const timeZone = 'Europe/Berlin'
  const person = { name: 'Ada', email: 'ada@example.org', password: 'a long enough sentence', timeZone }
  const owner = await tell(setUp, { body: { workspaceName: 'Orchard', ...person } }, '')
  member = owner.cookie
  const body = { name: 'Reading', purpose: 'To read.', timeZone }
  const circleId = (await tell(createCircle, { body })).value.id
  const meeting = async (title: string) => {
    const startsAt = Date.now() + HOUR
    const plan = {
      title,
      format: 'learning-circle' as const,
      startsAt,
      segments: [{ title: 'Round', minutes: 30 }],
    }
    return (await tell(scheduleMeeting, { params: { circleId }, body: plan })).value
  }
  const theirs = await meeting('Theirs')
  const notTheirs = await meeting('Not theirs')
  other = notTheirs.id
  otherPage = notTheirs.pageId
  const link = await tell(makeGuestLink, { params: { meetingId: theirs.id } })
  const token = link.value.url.split('/').at(-1) ?? ''
  const entered = await tell(enterAsGuest, { body: { token, name: 'Mira Holm', timeZone } }, '')
  guest = entered.cookie
  there = {
    circleId,
    meetingId: theirs.id,
    pageId: theirs.pageId,
    memberId: owner.value.id,
    guestLinkId: link.value.link.id,
  }
})
afterAll(async () => {
  await assembly.drain()
  await assembly.close()
  rmSync(folder, { recursive: true })
})

const closed = named.filter(([name, { access }]) => access !== 'anyone' && !FOR_GUESTS.includes(name))

test.each(closed)('%s answers a guest as it answers about nothing at all.', async (_, contract) => {
  const real = await send(contract.method, pathOf(contract, there), guest)
  const absent = await send(contract.method, pathOf(contract, {}), guest)
  expect([real.status, absent.status]).toEqual([401, 401])
  expect(await real.text()).toBe(await absent.text())
})

test('Only what was chosen is open to guests.', () => {
  const open = named.filter(([, { access }]) => access === 'room').map(([name]) => name)
  expect(open.toSorted()).toEqual(FOR_GUESTS.toSorted())
})

const forGuests = named.filter(([name, { path }]) => FOR_GUESTS.includes(name) && path.includes(':meetingId'))

test.each(forGuests)('%s lets a guest into their own meeting and into no other.', async (_, contract) => {
  const body = bodies[contract.path.split('/').at(-1) ?? '']?.()
  const ask = (meetingId: string, who = guest) =>
    send(contract.method, pathOf(contract, { meetingId }), who, body)
  const own = await ask(there['meetingId'] ?? '')
  // In a meeting that has not begun nobody does anything, and the guest is told so like a member.
  expect(own.status).toBe(contract.method === 'POST' ? 409 : 200)
  const [notTheirs, absent] = [await ask(other), await ask(NOWHERE)]
  expect([notTheirs.status, absent.status]).toEqual([404, 404])
  expect(await notTheirs.text()).toBe(await absent.text())
  // Control: the other meeting is there, for whoever may see it.
  expect((await ask(other, member)).status).toBe(own.status)
})

test('A guest sees the pictures of their own page and no others.', async () => {
  const file = await sharp({ create: { width: 4, height: 3, channels: 3, background: 'teal' } })
    .png()
    .toBuffer()
  const take = async (pageId: string): Promise<string> => {
    const answer = await app.request(`/api/pages/${pageId}/images`, {
      method: 'POST',
      headers: { origin: here, cookie: member },
      body: file,
    })
    return takenImage.parse(await answer.json()).fileId
  }
  const look = (fileId: string, who = guest) => send('GET', `/api/images/${fileId}`, who)
  const [own, others] = [await take(there['pageId'] ?? ''), await take(otherPage)]
  expect((await look(own)).status).toBe(200)
  const [notTheirs, absent] = [await look(others), await look(NOWHERE)]
  expect([notTheirs.status, absent.status]).toEqual([404, 404])
  expect(await notTheirs.text()).toBe(await absent.text())
  // Control: the other picture is there, for whoever may see it.
  expect((await look(others, member)).status).toBe(200)
})

test('A guest is told names, and nothing else of anybody.', async () => {
  const paths = forGuests.filter(([, { method }]) => method === 'GET').map(([, one]) => pathOf(one, there))
  const texts = await Promise.all(paths.map(async (path) => (await send('GET', path, guest)).text()))
  for (const secret of ['ada@example.org', '@guest.invalid', 'Not theirs'])
    expect(texts.join()).not.toContain(secret)
  expect(texts.join()).toContain('Ada')
  const session = await (await send('GET', '/api/session', guest)).json()
  expect(session).toMatchObject({ state: 'guest', guest: { name: 'Mira Holm', ended: null } })
  // Control: a member is told of the meeting after.
  expect(
    await (
      await send(
        'GET',
        pathOf({ ...forGuests[0]?.[1], path: '/api/meetings/:meetingId' } as Contract, there),
        member,
      )
    ).text(),
  ).toContain('Not theirs')
})

test('A member who has a guest’s session, too, is themself.', async () => {
  const both = `${member}; ${guest}`
  expect((await send('GET', '/api/members', both)).status).toBe(200)
  expect(await (await send('GET', '/api/session', both)).json()).toMatchObject({ state: 'signed-in' })
})
