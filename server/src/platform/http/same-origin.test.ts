import { expect, test } from 'vitest'
import { silentLogger } from '../../kernel/logger.ts'
import { createHttpApp } from './http-app.ts'
import { isFromHere } from './same-origin.ts'

const HERE = 'https://rondo.example.org'
const app = createHttpApp({ publicUrl: HERE, log: silentLogger, identify: async () => null })
let changes = 0
app.all('/api/change', (c) => {
  if (c.req.method !== 'GET') changes += 1
  return c.text('done')
})

const send = (method: string, headers: Record<string, string>) =>
  app.request('/api/change', { method, headers })

const foreign: [string, Record<string, string>][] = [
  ['neither Origin nor Sec-Fetch-Site', {}],
  ['another site', { origin: 'https://evil.example' }],
  ['the null origin', { origin: 'null' }],
  ['plain http', { origin: 'http://rondo.example.org' }],
  ['another port', { origin: 'https://rondo.example.org:8443' }],
  ['a subdomain', { origin: 'https://a.rondo.example.org' }],
  ['a name that begins like ours', { origin: 'https://rondo.example.org.evil.example' }],
  ['a path behind ours', { origin: 'https://rondo.example.org/' }],
  ['another site by Sec-Fetch-Site', { 'sec-fetch-site': 'cross-site' }],
  ['a sibling host by Sec-Fetch-Site', { 'sec-fetch-site': 'same-site' }],
  ['an address typed by hand', { 'sec-fetch-site': 'none' }],
  ['our Origin that the browser contradicts', { origin: HERE, 'sec-fetch-site': 'cross-site' }],
]

for (const method of ['POST', 'PATCH', 'DELETE', 'PUT'])
  test.each(foreign)(`${method} from %s is refused and changes nothing.`, async (_, headers) => {
    changes = 0
    const answer = await send(method, { 'content-type': 'text/plain', ...headers })
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ code: 'forbidden', reason: 'http.foreign-origin' })
    expect(changes).toBe(0)
  })

test('Requests from our own pages pass, with Origin or with Sec-Fetch-Site alone; reading passes from anywhere.', async () => {
  expect((await send('POST', { origin: HERE })).status).toBe(200)
  expect((await send('POST', { 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  expect((await send('POST', { origin: HERE, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  expect((await send('GET', { origin: 'https://evil.example' })).status).toBe(200)
})

test('Every refused line above would pass if the check looked for our name instead of our origin.', () => {
  const sloppy = ({ origin }: Record<string, string>) => origin?.includes('rondo.example.org') ?? false
  expect(foreign.some(([, headers]) => sloppy(headers))).toBe(true)
  expect(
    foreign.some(([, headers]) =>
      isFromHere(HERE, { origin: headers.origin, fetchSite: headers['sec-fetch-site'] }),
    ),
  ).toBe(false)
})
