import { changePassword, signIn, signOut, signOutEverywhere } from '@rondo/shared/account/contract.ts'
import { changeCircle, joinCircle, seatMember, unseatMember } from '@rondo/shared/circle/contract.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { closeCode } from '@rondo/shared/wire/close-code.ts'
import { messageType } from '@rondo/shared/wire/message-type.ts'
import { decodeServerFrame } from '@rondo/shared/wire/server-frame.ts'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type DocumentClient, openDocument } from '../world/document-client.ts'
import { addressFor, PASSWORD } from '../world/people.ts'
import { knock, syncFrame } from '../world/raw-socket.ts'
import type { Visitor } from '../world/visitor.ts'
import { follow, paragraph, written } from './frames.ts'
import { furnish, type House } from './house.ts'

let house: House
let deaf: House
let writing: NodeJS.Timeout
let writer: DocumentClient
let written50 = 0

beforeAll(async () => {
  ;[house, deaf] = await Promise.all([furnish(), furnish({}, { RONDO_FAULT: 'deaf-to-revocations' })])
  writer = await writeAllTheTime(house)
})
afterAll(async () => {
  clearInterval(writing)
  writer.close()
  await Promise.all([house.rondo.dispose(), deaf.rondo.dispose()])
})

/** The owner writes into the secret page every 50 ms, for as long as the test lasts. */
const writeAllTheTime = async ({ owner, secret }: House): Promise<DocumentClient> => {
  const client = openDocument(owner, secret.documentId)
  await client.synced
  writing = setInterval(() => {
    client.doc.getXmlFragment('body').push([paragraph(`canary ${written50++}`)])
  }, 50)
  return client
}

const isUpdate = ([type, step]: Uint8Array): boolean => type === messageType.sync && step === 2

/**
 * Follows the secret page until `revoke` took effect, and answers how the line ended and what was heard too late.
 * `enough`: nothing is waited for any more once so much was.
 */
const revoked = async (
  who: Visitor,
  documentId: string,
  revoke: () => Promise<unknown>,
  enough = Number.POSITIVE_INFINITY,
) => {
  const socket = await follow(who, documentId)
  await socket.hears(isUpdate)
  await revoke()
  const from = performance.now()
  const heardBefore = socket.heard.filter(isUpdate).length
  const heardSince = (): number => socket.heard.filter(isUpdate).length - heardBefore
  const fate = await Promise.race([
    socket.fate,
    new Promise((resolve) => setTimeout(resolve, SOON_MS, 'open')),
    socket.hears(() => heardSince() >= enough).then(() => 'open'),
  ])
  const tookMs = performance.now() - from
  const heardAfter = heardSince()
  socket.close()
  return { fate, tookMs, heardAfter }
}

const isAckOf = (least: number, frame: Uint8Array): boolean => {
  const said = decodeServerFrame(frame)
  return said?.kind === 'ack' && said.count >= least
}

const guestInSecret = async ({ owner, guest, secret }: House): Promise<MemberId> => {
  const { id } = await guest.me()
  const { circleId } = secret
  await owner.ask(seatMember, { params: { circleId }, body: { memberId: id } }).catch(() => null)
  return id
}

const signInAgain = async (who: Visitor, name: string, password = PASSWORD): Promise<void> => {
  await who.ask(signIn, { body: { email: addressFor(name), password } })
}

/** A second on a quiet machine. */
const SOON_MS = 3_000

const NEXT = 'another long enough sentence'

it.each([
  [
    'is taken out of the circle',
    closeCode.revoked,
    async ({ owner, secret }: House, memberId: MemberId) =>
      owner.ask(unseatMember, { params: { circleId: secret.circleId, memberId } }),
  ],
  [
    'leaves the circle',
    closeCode.revoked,
    async ({ guest, secret }: House, memberId: MemberId) =>
      guest.ask(unseatMember, { params: { circleId: secret.circleId, memberId } }),
  ],
  ['signs out', closeCode.signedOut, async ({ guest }: House) => guest.ask(signOut)],
  ['signs out everywhere', closeCode.signedOut, async ({ guest }: House) => guest.ask(signOutEverywhere)],
  [
    'changes the password elsewhere',
    closeCode.signedOut,
    async ({ guest }: House) => {
      const elsewhere = new (guest.constructor as new (origin: string) => Visitor)(guest.origin)
      await signInAgain(elsewhere, 'Jonas Weber')
      await elsewhere.ask(changePassword, { body: { current: PASSWORD, next: NEXT } })
      await elsewhere.ask(changePassword, { body: { current: NEXT, next: PASSWORD } })
    },
  ],
])(
  'T6 ADM-6 whoever %s is off the page within a second and does not get back on',
  async (_, code, revoke) => {
    const memberId = await guestInSecret(house)
    const { fate, tookMs, heardAfter } = await revoked(house.guest, house.secret.documentId, () =>
      revoke(house, memberId),
    )
    expect(fate).toMatchObject({ code })
    expect(tookMs).toBeLessThan(SOON_MS)
    // What was on its way when the answer to the request left.
    expect(heardAfter).toBeLessThanOrEqual(2)
    const again = await knock(house.guest, house.secret.documentId).fate
    expect(again).toEqual({
      code: code === closeCode.signedOut ? closeCode.signedOut : closeCode.notFound,
      documentBytes: 0,
    })
    if (code === closeCode.signedOut) await signInAgain(house.guest, 'Jonas Weber')
  },
)

it('T6 ADM-6 when a circle becomes confidential, those without a seat are off its pages within a second', async () => {
  const { owner, stranger, open } = house
  const socket = await knock(stranger, open.documentId).opened()
  await socket.hears(([type]) => type === messageType.sync)
  const params = { circleId: open.circleId }
  await owner.ask(changeCircle, { params, body: { visibility: 'confidential' } })
  const from = performance.now()
  expect(await socket.fate).toMatchObject({ code: closeCode.revoked })
  expect(performance.now() - from).toBeLessThan(SOON_MS)
  await owner.ask(changeCircle, { params, body: { visibility: 'open' } })
})

it('T6 ADM-6 a server that is deaf to revocations is caught serving on', async () => {
  clearInterval(writing)
  const memberId = await guestInSecret(deaf)
  const client = await writeAllTheTime(deaf)
  const unseat = () => deaf.owner.ask(unseatMember, { params: { circleId: deaf.secret.circleId, memberId } })
  const { fate, heardAfter } = await revoked(deaf.guest, deaf.secret.documentId, unseat, 3)
  clearInterval(writing)
  client.close()
  expect(fate).toBe('open')
  expect(heardAfter).toBeGreaterThan(2)
})

it('T8 WRT-3 whoever may only read from now on writes nothing more, not even what is under way', async () => {
  const { owner, guest, open } = house
  const { id: memberId } = await guest.me()
  const { circleId, documentId } = open
  const socket = await knock(guest, documentId).opened()
  await socket.hears(([type]) => type === messageType.sync)
  socket.send(Uint8Array.of(0, 1, 2, 0, 0))
  let sent = 0
  const stream = setInterval(() => {
    sent += 1
    socket.send(
      syncFrame(
        'update',
        written((body) => body.push([paragraph(`token ${sent}.`)])),
      ),
    )
  }, 20)
  await socket.hears((frame) => isAckOf(5, frame))
  await owner.ask(unseatMember, { params: { circleId, memberId } })
  const sentBefore = sent
  await socket.hears((frame) => decodeServerFrame(frame)?.kind === 'reject')
  await vi.waitFor(() => expect(sent).toBeGreaterThan(sentBefore + 10))
  clearInterval(stream)
  const reader = openDocument(owner, documentId)
  await reader.synced
  const text = reader.doc.getXmlFragment('body').toString()
  expect(text).toContain('token 1.')
  expect(text).not.toContain(`token ${sentBefore + 5}.`)
  expect(text).not.toContain(`token ${sent}.`)
  reader.close()
  socket.close()
  await guest.ask(joinCircle, { params: { circleId } })
})
