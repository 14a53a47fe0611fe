import { MantineProvider } from '@mantine/core'
import { listMembers, readSession } from '@rondo/shared/account/contract.ts'
import type { Member } from '@rondo/shared/account/model.ts'
import { memberId } from '@rondo/shared/kernel/id.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { keyOf } from '../../platform/ask.ts'
import { ReaderContext } from '../../ui/reader/reader.ts'

/* Priya, who reads, and the three whom she knows: for the tests of what shows people. They have a door of their own, so that nothing of
   them is in the product. */

/** A made-up id: the first number says of what, the second which one. */
export const uuid = (kind: number, number: number): string =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(number).padStart(12, '0')}`

const person = (number: number) => memberId.parse(uuid(1, number))
export const [priya, jonas, hana, leyla] = [person(1), person(2), person(3), person(4)]

const member = (id: Member['id'], name: string, colour: number): Member => ({
  id,
  name,
  colour,
  timeZone: 'Europe/Berlin',
  role: 'member',
  joinedAt: 0,
})
const members = [
  member(priya, 'Priya Raman', 1),
  member(jonas, 'Jonas Weber', 3),
  member(hana, 'Hana Sato', 4),
  member(leyla, 'Leyla Demir', 5),
]
const account = { ...members[0], email: 'priya@example.org', locale: 'en', colourScheme: 'auto' }

/** What Priya's browser remembers of who she is and whom she knows; it asks for nothing again. */
export const knowsEverybody = (): QueryClient => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } })
  client.setQueryData(keyOf(readSession), {
    state: 'signed-in',
    workspace: { name: 'Rondo' },
    account,
    serverTime: 0,
  })
  client.setQueryData(keyOf(listMembers), { members })
  return client
}

const reader = { id: priya, name: 'Priya Raman', colour: 1, locale: 'en', timeZone: 'America/Los_Angeles' }

/** Shows something to Priya, with what her browser remembers. */
export function AsPriya({
  client,
  children,
}: {
  readonly client: QueryClient
  readonly children: ReactNode
}) {
  return (
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <ReaderContext value={reader}>{children}</ReaderContext>
      </QueryClientProvider>
    </MantineProvider>
  )
}
