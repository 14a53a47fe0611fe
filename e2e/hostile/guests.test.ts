import { enterAsGuest, makeGuestLink, revokeGuestLink } from '@rondo/shared/guest/contract.ts'
import { scheduleMeeting } from '@rondo/shared/meeting/contract.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { closeCode } from '@rondo/shared/wire/close-code.ts'
import { LIVE_PATH, type LiveFrame } from '@rondo/shared/wire/live.ts'
import { messageType } from '@rondo/shared/wire/message-type.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDocument, whenDocument } from '../world/document-client.ts'
import { knock, RawSocket } from '../world/raw-socket.ts'
import { Visitor } from '../world/visitor.ts'
import { paragraph } from './frames.ts'
import { furnish, type House } from './house.ts'

let house: House
let theirs: Meeting
let other: Meeting
beforeAll(async () => {
  house = await furnish()
  theirs = await meet('Theirs')
  other = await meet('Not theirs')
})
afterAll(() => house.rondo.dispose())

const meet = (title: string): Promise<Meeting> =>
  house.owner.ask(scheduleMeeting, {
    params: { circleId: house.open.circleId },
    body: {
      title,
      format: 'learning-circle',
      startsAt: Date.now(),
      segments: [{ title: 'Round', minutes: 30 }],
    },
  })

/** Somebody who came by a link of their own, and what ends it. */
const come = async () => {
  const params = { meetingId: theirs.id }
  const { link, url } = await house.owner.ask(makeGuestLink, { params })
  const mira = new Visitor(house.owner.origin)
  const token = url.split('/').at(-1) ?? ''
  await mira.ask(enterAsGuest, { body: { token, name: 'Mira Holm', timeZone: 'Europe/Berlin' } })
  const end = () => house.owner.ask(revokeGuestLink, { params: { ...params, guestLinkId: link.id } })
  return { mira, end }
}

/** A second on a quiet machine. */
const SOON_MS = 3_000

const textOf = (frame: Uint8Array): LiveFrame => JSON.parse(new TextDecoder().decode(frame))

/** Listens to everything that ever happened. */
const listen = async ({ origin, cookie }: Visitor): Promise<RawSocket> => {
  const socket = new RawSocket(origin.replace('http', 'ws') + LIVE_PATH, { origin, cookie })
  await socket.opened()
  socket.send(JSON.stringify({ kind: 'listen', after: 0 }))
  return socket
}

const factsOf = (socket: RawSocket) =>
  socket.heard.map(textOf).flatMap((frame) => (frame.kind === 'fact' ? [frame] : []))

it('T3 a guest writes in the page of their meeting, and no other document is there for them', async () => {
  const { mira } = await come()
  const [hers, owners] = [openDocument(mira, theirs.documentId), openDocument(house.owner, theirs.documentId)]
  await Promise.all([hers.synced, owners.synced])
  hers.doc.getXmlFragment('body').push([paragraph('I build kites.')])
  await whenDocument(owners.doc, () =>
    owners.doc.getXmlFragment('body').toString().includes('I build kites.'),
  )
  hers.close()
  owners.close()
  const nowhere = '00000000-0000-4000-8000-00000000000f'
  for (const documentId of [nowhere, other.documentId, house.open.documentId, house.secret.documentId]) {
    expect(await knock(mira, documentId).fate).toEqual({ code: closeCode.notFound, documentBytes: 0 })
  }
  // Control: those documents are there, for whoever sits in both circles.
  for (const { documentId } of [other, house.open, house.secret]) {
    const socket = await knock(house.owner, documentId).opened()
    await socket.hears(([type]) => type === messageType.sync)
    socket.close()
  }
})

it('P13 a guest hears of their own meeting and of nothing else that ever happened', async () => {
  const { mira } = await come()
  const [hers, owners] = [await listen(mira), await listen(house.owner)]
  const second = await come()
  const isOfGuests = (frame: Uint8Array): boolean => {
    const said = textOf(frame)
    return said.kind === 'fact' && said.name === 'guests.changed'
  }
  await Promise.all([hers.hears(isOfGuests), owners.hears(isOfGuests)])
  const heard = factsOf(hers)
  expect(heard.map(({ payload }) => Object(payload).meetingId)).toEqual(heard.map(() => theirs.id))
  // Control: other things did happen.
  const names = new Set(factsOf(owners).map(({ name }) => name))
  expect([...names]).toEqual(expect.arrayContaining(['member.joined', 'circle.created', 'page.created']))
  hers.close()
  owners.close()
  await second.end()
})

it('T6 whose link is ended is off the page and hears no more within a second, and does not get back', async () => {
  const { mira, end } = await come()
  const stays = await come()
  const page = await knock(mira, theirs.documentId).opened()
  const hers = await listen(mira)
  await page.hears(([type]) => type === messageType.sync)
  await end()
  const from = performance.now()
  expect(await page.fate).toMatchObject({ code: closeCode.revoked })
  expect(await hers.fate).toMatchObject({ code: closeCode.revoked })
  expect(performance.now() - from).toBeLessThan(SOON_MS)
  expect(await knock(mira, theirs.documentId).fate).toEqual({ code: closeCode.notFound, documentBytes: 0 })
  // Whoever came by another link goes on.
  const other = await knock(stays.mira, theirs.documentId).opened()
  await other.hears(([type]) => type === messageType.sync)
  other.close()
})
