import { readSession } from '@rondo/shared/account/contract.ts'
import type { OutputOf } from '@rondo/shared/kernel/contract.ts'
import type { QueryClient } from '@tanstack/react-query'
import { redirect } from '@tanstack/react-router'
import { asking } from '../platform/ask.ts'

/** What the doors of the house need to know. */
export interface Doors {
  readonly queries: QueryClient
}

type Session = OutputOf<typeof readSession>

interface Arrival {
  readonly context: Doors
  readonly location: { readonly href: string }
}

function sessionOf({ queries }: Doors): Promise<Session> {
  return queries.ensureQueryData(asking(readSession))
}

/** Only our own addresses: a link must not send anybody elsewhere after signing in. */
export function safeReturn(back: string | undefined): string {
  return back !== undefined && /^\/(?![/\\])/.test(back) ? back : '/'
}

/** Sends strangers to the door and remembers where they wanted to go. */
export async function onlySignedIn({ context, location }: Arrival): Promise<void> {
  const session = await sessionOf(context)
  if (session.state === 'not-set-up') throw redirect({ to: '/set-up' })
  if (session.state === 'guest') throw redirect({ to: '/guest' })
  if (session.state === 'signed-out') {
    throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { back: location.href } })
  }
}

/** The sign-in page of somebody who is signed in is the page they wanted. */
export async function onlySignedOut({
  context,
  search,
}: Pick<Arrival, 'context'> & { search: { back?: string } }) {
  const session = await sessionOf(context)
  if (session.state === 'not-set-up') throw redirect({ to: '/set-up' })
  if (session.state === 'signed-in') throw redirect({ href: safeReturn(search.back) })
}

/** A workspace is set up once. */
export async function onlySetUpOnce({ context }: Pick<Arrival, 'context'>): Promise<void> {
  const session = await sessionOf(context)
  if (session.state !== 'not-set-up') throw redirect({ to: '/' })
}

/** The one room of a guest; whoever is a member is at home elsewhere. */
export async function onlyGuests({ context }: Pick<Arrival, 'context'>): Promise<void> {
  const session = await sessionOf(context)
  if (session.state === 'not-set-up') throw redirect({ to: '/set-up' })
  if (session.state === 'signed-in') throw redirect({ to: '/' })
  if (session.state === 'signed-out') throw redirect({ to: '/sign-in', search: {} })
}
