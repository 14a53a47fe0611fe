import { readSession } from '@rondo/shared/account/contract.ts'
import { QueryClient } from '@tanstack/react-query'
import { isRedirect } from '@tanstack/react-router'
import { describe, expect, it } from 'vitest'
import { keyOf } from '../platform/ask.ts'
import { onlyGuests, onlySetUpOnce, onlySignedIn, onlySignedOut, safeReturn } from './guard.ts'

const workspace = { name: 'Workshop' }

function doorsOf(session: object) {
  const queries = new QueryClient()
  queries.setQueryData(keyOf(readSession), { serverTime: 1, ...session })
  return { queries }
}

const stranger = doorsOf({ state: 'signed-out', workspace })
const newcomer = doorsOf({ state: 'not-set-up', needsCode: false })
const guest = doorsOf({ state: 'guest', workspace, guest: {} })
const member = doorsOf({ state: 'signed-in', workspace, account: {} })

async function sentTo(passing: Promise<void>): Promise<unknown> {
  const thrown = await passing.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (thrown === undefined) return undefined
  if (!isRedirect(thrown)) throw thrown
  const { to, href, search } = thrown.options
  return search === undefined ? (to ?? href) : { to, search }
}

describe('the door', () => {
  it('lets members in', async () => {
    expect(await sentTo(onlySignedIn({ context: member, location: { href: '/library' } }))).toBeUndefined()
  })

  it('sends strangers to sign in and remembers where they wanted to go', async () => {
    const wanted = { context: stranger, location: { href: '/meetings/1?tab=notes' } }
    expect(await sentTo(onlySignedIn(wanted))).toEqual({
      to: '/sign-in',
      search: { back: '/meetings/1?tab=notes' },
    })
  })

  it('sends everybody to set the workspace up first', async () => {
    expect(await sentTo(onlySignedIn({ context: newcomer, location: { href: '/' } }))).toBe('/set-up')
    expect(await sentTo(onlySignedOut({ context: newcomer, search: {} }))).toBe('/set-up')
    expect(await sentTo(onlySetUpOnce({ context: newcomer }))).toBeUndefined()
  })

  it('shows members the page they wanted instead of the sign-in', async () => {
    expect(await sentTo(onlySignedOut({ context: member, search: { back: '/library' } }))).toBe('/library')
    expect(await sentTo(onlySetUpOnce({ context: member }))).toBe('/')
  })

  it('leads a guest to their one room, and nobody else there', async () => {
    expect(await sentTo(onlySignedIn({ context: guest, location: { href: '/library' } }))).toBe('/guest')
    expect(await sentTo(onlyGuests({ context: guest }))).toBeUndefined()
    expect(await sentTo(onlyGuests({ context: member }))).toBe('/')
    expect(await sentTo(onlyGuests({ context: stranger }))).toEqual({ to: '/sign-in', search: {} })
    // A guest who has an account may sign in.
    expect(await sentTo(onlySignedOut({ context: guest, search: {} }))).toBeUndefined()
  })

  it('never leads anybody elsewhere after signing in', () => {
    const elsewhere = ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '']
    for (const back of [...elsewhere, undefined]) expect(safeReturn(back)).toBe('/')
    expect(safeReturn('/meetings/1?tab=notes#x')).toBe('/meetings/1?tab=notes#x')
  })
})
