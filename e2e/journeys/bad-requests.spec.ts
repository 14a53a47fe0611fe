import { listMembers } from '@rondo/shared/account/contract.ts'
import { createCircle, listCircles, readCircle } from '@rondo/shared/circle/contract.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { formatIn } from '@rondo/shared/format/presets.ts'
import { listMeetings, scheduleMeeting } from '@rondo/shared/meeting/contract.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { createPage, listPages, readPage } from '@rondo/shared/page/contract.ts'
import type { Page } from '@rondo/shared/page/model.ts'
import { listThreads, openThread } from '@rondo/shared/thread/contract.ts'
import { comeInvited, foundWorkspace } from '../world/people.ts'
import { type Rondo, startRondo } from '../world/rondo.ts'
import { expect, test } from '../world/test.ts'
import type { Visitor } from '../world/visitor.ts'

let rondo: Rondo
let owner: Visitor
let stranger: Visitor
let circle: Circle
let secret: Circle
let meeting: Meeting
let page: Page

const NOBODY = '00000000-0000-4000-8000-000000000000'

test.beforeAll(async () => {
  rondo = await startRondo()
  owner = await foundWorkspace(rondo.origin)
  const timeZone = 'Europe/Berlin'
  circle = await owner.ask(createCircle, { body: { name: 'Watch', purpose: 'To stay unchanged.', timeZone } })
  secret = await owner.ask(createCircle, {
    body: { name: 'Quiet', purpose: 'To be unseen.', visibility: 'confidential', timeZone },
  })
  stranger = await comeInvited(owner, 'Rita Reader')
  const { segments } = formatIn('en', 'brown-bag')
  const body = { title: 'Quiet talk', format: 'brown-bag', startsAt: Date.now(), segments } as const
  meeting = await owner.ask(scheduleMeeting, { params: { circleId: secret.id }, body })
  page = await owner.ask(createPage, { body: { title: 'Unchanged', circleId: circle.id } })
})

test.afterAll(() => rondo.dispose())

/** All that a bad request might have changed. */
const everything = async () => ({
  members: await owner.ask(listMembers),
  circles: await owner.ask(listCircles),
  meetings: await owner.ask(listMeetings, { params: { circleId: circle.id } }),
  pages: await owner.ask(listPages, { query: {} }),
  page: await owner.ask(readPage, { params: { pageId: page.id } }),
  threads: await owner.ask(listThreads, { query: {} }),
})

/** Refused with a problem that names the fields, and nothing is another than before. */
const isRefused = async (
  response: Promise<Response>,
  expected: { status: number; fields?: string[] },
): Promise<void> => {
  const answer = await response
  expect(answer.status).toBe(expected.status)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  const problem = (await answer.json()) as { status: number; errors?: { field: string }[] }
  expect(problem.status).toBe(expected.status)
  if (expected.fields !== undefined)
    expect(problem.errors?.map(({ field }) => field)).toEqual(expected.fields)
}

const raw = (path: string, init: RequestInit): Promise<Response> =>
  fetch(`${rondo.origin}${path}`, {
    method: 'POST',
    ...init,
    headers: {
      origin: rondo.origin,
      cookie: owner.cookie,
      'content-type': 'application/json',
      ...(init.headers as Record<string, string>),
    },
  })

test('malformed JSON, unknown fields, wrong ids and too long texts are refused by name and change nothing', async () => {
  const before = await everything()
  const circleBody = { name: 'New', purpose: 'To be refused.', timeZone: 'Europe/Berlin' }
  const meetings = `/api/circles/${circle.id}/meetings`
  const segments = formatIn('en', 'brown-bag').segments
  const meetingBody = { title: 'T', format: 'brown-bag', startsAt: Date.now(), segments }

  await isRefused(raw('/api/circles', { body: '{"name":' }), { status: 400 })
  await isRefused(raw('/api/circles', { body: '' }), { status: 400 })
  await isRefused(raw('/api/circles', { body: 'name=x', headers: { 'content-type': 'text/plain' } }), {
    status: 400,
  })
  await isRefused(owner.send('POST', '/api/circles', { body: [circleBody] }), { status: 400, fields: [''] })
  await isRefused(owner.send('POST', '/api/circles', { body: { ...circleBody, role: 'owner' } }), {
    status: 400,
    fields: ['role'],
  })
  await isRefused(owner.send('POST', '/api/circles', { body: { ...circleBody, purpose: 'x'.repeat(161) } }), {
    status: 400,
    fields: ['purpose'],
  })
  await isRefused(owner.send('POST', '/api/circles', { body: { ...circleBody, purpose: '  ' } }), {
    status: 400,
    fields: ['purpose'],
  })
  await isRefused(owner.send('POST', '/api/circles', { body: { ...circleBody, timeZone: 'Mars/Olympus' } }), {
    status: 400,
    fields: ['timeZone'],
  })
  const first = { ...segments[0], minutes: 601 }
  await isRefused(owner.send('POST', meetings, { body: { ...meetingBody, segments: [first] } }), {
    status: 400,
    fields: ['segments.0.minutes'],
  })
  await isRefused(owner.send('POST', meetings, { body: { ...meetingBody, format: 'party' } }), {
    status: 400,
    fields: ['format'],
  })
  await isRefused(owner.send('GET', '/api/pages/not-an-id'), { status: 400, fields: ['pageId'] })
  await isRefused(owner.send('GET', `/api/pages/${NOBODY}`), { status: 404 })
  await isRefused(owner.send('GET', '/api/pages?circleId=1&circleId=2'), {
    status: 400,
    fields: ['circleId'],
  })
  await isRefused(owner.send('GET', '/api/pages?sort=title'), { status: 400, fields: ['sort'] })
  await isRefused(
    owner.send('PATCH', `/api/pages/${page.id}`, { body: { title: 'x'.repeat(161), was: 'Unchanged' } }),
    {
      status: 400,
      fields: ['title'],
    },
  )
  await isRefused(owner.send('PATCH', `/api/pages/${page.id}`, { body: { title: 'New', was: 'Another' } }), {
    status: 409,
  })
  await isRefused(
    owner.send('POST', `/api/circles/${circle.id}/threads`, {
      body: { title: 'T', body: 'x'.repeat(50_000) },
    }),
    { status: 400, fields: ['body'] },
  )
  await isRefused(owner.send('POST', '/api/nothing-of-the-kind', { body: {} }), { status: 404 })
  expect(await everything()).toEqual(before)
})

test('a body of megabytes is refused before it is read', async () => {
  const before = await everything()
  const body = JSON.stringify({ name: 'x'.repeat(5_000_000), purpose: 'p', timeZone: 'Europe/Berlin' })
  await isRefused(raw('/api/circles', { body }), { status: 413 })
  expect(await everything()).toEqual(before)
})

test('what another site starts is refused, and so is what nobody signed in for', async () => {
  const before = await everything()
  const body = JSON.stringify({ name: 'New', purpose: 'To be refused.', timeZone: 'Europe/Berlin' })
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: `${rondo.origin}.evil.example` },
    { 'sec-fetch-site': 'cross-site' },
  ])
    await isRefused(raw('/api/circles', { body, headers }), { status: 403 })
  await isRefused(raw('/api/circles', { body, headers: { cookie: '' } }), { status: 401 })
  expect(await everything()).toEqual(before)
})

test('to a stranger everything of a confidential circle is, byte for byte, what never was', async () => {
  const paths = (circleId: string, meetingId: string, pageId: string): [string, string, unknown?][] => [
    ['GET', `/api/circles/${circleId}`],
    ['GET', `/api/circles/${circleId}/meetings`],
    ['GET', `/api/circles/${circleId}/rotation`],
    ['POST', `/api/circles/${circleId}/seats/mine`],
    ['POST', `/api/circles/${circleId}/threads`, { title: 'T', body: 'B' }],
    ['PATCH', `/api/circles/${circleId}`, { name: 'Mine' }],
    ['GET', `/api/meetings/${meetingId}`],
    ['POST', `/api/meetings/${meetingId}/start`],
    ['POST', `/api/meetings/${meetingId}/join`],
    ['GET', `/api/pages/${pageId}`],
    ['PATCH', `/api/pages/${pageId}`, { title: 'Mine', was: 'Quiet talk' }],
  ]
  const real = paths(secret.id, meeting.id, meeting.pageId)
  const unreal = paths(NOBODY, NOBODY, NOBODY)
  const answer = async ([method, path, body]: [string, string, unknown?]) => {
    const response = await stranger.send(method, path, body === undefined ? {} : { body })
    return { status: response.status, text: await response.text() }
  }
  for (const [index, path] of real.entries()) {
    const isAs = unreal[index]
    if (isAs === undefined) throw new Error('Every path has its counterpart.')
    const told = await answer(path)
    expect(told.status, path.join(' ')).toBe(404)
    expect(told, path.join(' ')).toEqual(await answer(isAs))
  }
  const lists = JSON.stringify([
    await stranger.ask(listCircles),
    await stranger.ask(listPages, { query: {} }),
    await stranger.ask(listThreads, { query: {} }),
  ])
  expect(lists).not.toContain('Quiet')
  expect((await owner.ask(readCircle, { params: { circleId: secret.id } })).name).toBe('Quiet')
})

test('a thread in an open circle is not opened by somebody without a seat', async () => {
  const before = await everything()
  const params = { circleId: circle.id }
  await isRefused(
    stranger.send('POST', `/api/circles/${circle.id}/threads`, { body: { title: 'T', body: 'B' } }),
    { status: 403 },
  )
  expect(await everything()).toEqual(before)
  await owner.ask(openThread, { params, body: { title: 'By a member', body: 'Welcome' } })
})
