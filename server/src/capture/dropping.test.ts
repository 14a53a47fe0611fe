import * as contract from '@rondo/shared/capture/contract.ts'
import { findCapture, readCaptures } from '@rondo/shared/document/read-captures.ts'
import { setCaptureDone, setCaptureDropped } from '@rondo/shared/document/write-capture.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { captureId as id, temporaryFollowUps } from '../follow-up/temporary-follow-up.ts'
import { granted, refused } from '../journal/temporary-people.ts'
import type { Principal } from '../platform/http/http-app.ts'

let world: Awaited<ReturnType<typeof temporaryFollowUps>>

beforeEach(async () => {
  world = await temporaryFollowUps()
  await world.write(world.ben, world.caught(1, { due: '2026-12-03' }), world.caught(2, { kind: 'question' }))
})
afterEach(() => world.close())

const params = (n: number) => ({ captureId: id(n) })
const drop = (who: Principal, n: number, reason: string | null, from: string | null = null) =>
  world.ask(who, contract.dropCapture, { params: params(n), body: { reason, from } })
const date = (who: Principal, due: string | null, from: string | null) =>
  world.ask(who, contract.dateCapture, { params: params(1), body: { due, from } })
const open = async () =>
  granted(await world.ask(world.ada, contract.listCaptures, { query: { state: 'open' } })).captures.map(
    (one) => one.id,
  )
const inDocument = async (n: number) =>
  (
    await world.context.documents.read(world.page.documentId, (doc) =>
      readCaptures(doc).find((one) => one.id === id(n)),
    )
  )?.value

test('What is dropped says why, in the document and in every list, and is open no more; it can be taken up again.', async () => {
  const dropped = granted(await drop(world.ada, 1, 'Nobody needs it'))
  expect(dropped).toMatchObject({ id: id(1), dropped: 'Nobody needs it', done: false, due: '2026-12-03' })
  expect(await inDocument(1)).toMatchObject({ dropped: 'Nobody needs it' })
  expect(await open()).toEqual([id(2)])
  expect(granted(await drop(world.ben, 1, null, 'Nobody needs it'))).toMatchObject({ dropped: null })
  expect(await open()).toEqual([id(2), id(1)])
})

test('A reason that is none is refused at its field, and nothing changes.', async () => {
  const seen = await inDocument(1)
  for (const reason of ['', '  ', 'x'.repeat(281), 'not\nours']) {
    expect(refused(await drop(world.ada, 1, reason)).errors?.[0]?.field).toBe('reason')
  }
  expect(await inDocument(1)).toEqual(seen)
})

test('Of two who drop, tick or take up at once one is told by whom, and the first holds.', async () => {
  granted(await drop(world.ada, 1, 'Nobody needs it'))
  const late = refused(await drop(world.ben, 1, 'Done elsewhere'))
  expect(late).toMatchObject({ status: 409, reason: 'capture.dropped-meanwhile' })
  expect(late.detail).toContain('Ada')
  const body = { done: true }
  const ticking = refused(await world.ask(world.ben, contract.tickCapture, { params: params(1), body }))
  expect(ticking).toMatchObject({ status: 409, reason: 'capture.dropped-meanwhile' })
  expect(await inDocument(1)).toMatchObject({ dropped: 'Nobody needs it', done: false })
  granted(await world.ask(world.ben, contract.tickCapture, { params: params(2), body }))
  const dropping = refused(await drop(world.ada, 2, 'Nobody asks'))
  expect(dropping).toMatchObject({ status: 409, reason: 'capture.done-meanwhile' })
  expect(dropping.detail).toContain('Ben')
})

test('Asking twice for what is so already is granted and changes nothing.', async () => {
  granted(await drop(world.ada, 1, 'Nobody needs it'))
  granted(await drop(world.ada, 1, 'Nobody needs it'))
  granted(await date(world.ben, '2026-12-10', '2026-12-03'))
  granted(await date(world.ben, '2026-12-10', '2026-12-03'))
  expect(await inDocument(1)).toMatchObject({ due: '2026-12-10' })
})

test('Another day is set from the day that was seen; whoever saw another one is told who was faster.', async () => {
  granted(await date(world.ben, '2026-12-10', '2026-12-03'))
  const late = refused(await date(world.ada, '2026-12-20', '2026-12-03'))
  expect(late).toMatchObject({ status: 409, reason: 'capture.dated-meanwhile' })
  expect(late.detail).toContain('Ben')
  granted(await date(world.ada, null, '2026-12-10'))
  expect((await inDocument(1))?.due).toBeUndefined()
})

test('Only members of the circle drop and date, and only steps and questions are dropped.', async () => {
  await world.write(world.ben, world.caught(3, { kind: 'win' }))
  expect(refused(await drop(world.eve, 1, 'Mine')).status).toBe(403)
  expect(refused(await date(world.eve, '2027-01-01', '2026-12-03')).status).toBe(403)
  expect(refused(await drop(world.ada, 3, 'Not a win')).status).toBe(400)
  expect(refused(await drop(world.ada, 9, 'Nobody')).status).toBe(404)
})

test('What is written in the document itself is what the lists say.', async () => {
  await world.edit(world.ben, (doc) => void setCaptureDropped(doc, id(1), 'Nobody needs it'))
  expect(await open()).toEqual([id(2)])
  await world.edit(world.ben, (doc) => void setCaptureDone(doc, id(1), true))
  const listed = granted(await world.ask(world.ada, contract.listCaptures, { query: { state: 'done' } }))
  expect(listed.captures).toMatchObject([{ id: id(1), done: true, dropped: null }])
})

test('A kind is changed with the same id, and what another kind has no use for comes back with it.', async () => {
  const see = (kind: string) =>
    world.edit(world.ada, (doc) => findCapture(doc, id(1))?.setAttribute('kind', kind))
  const row = async () =>
    granted(await world.ask(world.ada, contract.listCaptures)).captures.find((one) => one.id === id(1))
  const before = await row()
  await see('insight')
  expect(await row()).toMatchObject({ kind: 'insight', due: null, by: world.ben.memberId })
  await see('next')
  expect(await row()).toEqual(before)
})
