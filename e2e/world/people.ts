import { acceptInvitation, invite, setUp } from '@rondo/shared/account/contract.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { Visitor } from './visitor.ts'

export const PASSWORD = 'a long enough sentence'

/** An address for a name, so that tests speak of people and not of addresses. */
export const addressFor = (name: string): string =>
  `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@example.org`

/** Sets up an empty workspace and is its owner. */
export const foundWorkspace = async (origin: string, name = 'Priya Raman'): Promise<Visitor> => {
  const owner = new Visitor(origin)
  const timeZone = 'Europe/Berlin'
  await owner.ask(setUp, {
    body: { workspaceName: 'Rondo test', name, email: addressFor(name), password: PASSWORD, timeZone },
  })
  return owner
}

/** Comes by an invitation of somebody who is in, into a circle if one is named. */
export const comeInvited = async (
  host: Visitor,
  name: string,
  { circleId, timeZone = 'Europe/Berlin' }: { circleId?: CircleId; timeZone?: string } = {},
): Promise<Visitor> => {
  const { link } = await host.ask(invite, { body: circleId === undefined ? {} : { circleId } })
  const token = new URL(link).pathname.split('/').at(-1) ?? ''
  const guest = new Visitor(host.origin)
  await guest.ask(acceptInvitation, {
    body: { token, name, email: addressFor(name), password: PASSWORD, timeZone },
  })
  return guest
}
