import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import { DAY, HOUR, MINUTE } from '@rondo/shared/kernel/time.ts'
import type { Page } from '@rondo/shared/page/model.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { transact } from '../platform/db/database.ts'
import { runJournalProjection } from '../projection/journal-projection.ts'
import { Keeper } from './keeper.ts'
import { wrapProjection } from './projection.ts'
import { findVersions } from './store.ts'
import { temporaryVersions } from './temporary-versions.ts'

let house: Awaited<ReturnType<typeof temporaryVersions>>
let keeper: Keeper
let page: Page

const startKeeper = async () => {
  keeper = new Keeper(house.context, house.documents, house.clock)
  await keeper.start()
  await keeper.settled()
}

beforeEach(async () => {
  house = await temporaryVersions()
  page = await house.makePage('Asking well')
  await startKeeper()
})
afterEach(async () => {
  await keeper.stop()
  await house.close()
})

/** Somebody writes a line, and the document settles. */
const write = async (text: string, author = house.ada.memberId as string, on = page) => {
  house.documents.change(on.documentId, author, (doc) =>
    appendBlocks(doc, [{ type: 'paragraph', line: text }]),
  )
  house.documents.settle(on.documentId)
  await keeper.settled()
}
const pass = async (ms: number) => {
  house.clock.advance(ms)
  await keeper.settled()
}
const versions = (of = page) => findVersions(house.db.read, of.id)
const reasons = async () => (await versions()).map(({ reason }) => reason)

test('VER-1: A page is copied once it was quiet for five minutes, with everybody who wrote in it.', async () => {
  await write('One')
  await pass(4 * MINUTE)
  await write('Two', house.ben.memberId)
  await pass(4 * MINUTE)
  expect(await versions()).toEqual([])
  await pass(MINUTE)
  expect(await versions()).toMatchObject([
    {
      reason: 'quiet',
      name: null,
      by: null,
      contributors: [house.ada.memberId, house.ben.memberId].toSorted(),
    },
  ])
})

test('VER-1: The next version names only who wrote since the last one.', async () => {
  await write('One')
  await pass(5 * MINUTE)
  await write('Two', house.ben.memberId)
  await pass(5 * MINUTE)
  expect((await versions()).map(({ contributors }) => contributors)).toEqual([
    [house.ben.memberId],
    [house.ada.memberId],
  ])
})

test('VER-1: Whoever only deleted is among those who changed the page, also after a restart.', async () => {
  await write('Stays')
  await write('Goes')
  await pass(5 * MINUTE)
  house.documents.change(page.documentId, house.ben.memberId, (doc) =>
    doc.getXmlFragment('body').delete(1, 1),
  )
  house.documents.settle(page.documentId)
  await keeper.stop()
  await startKeeper()
  await pass(5 * MINUTE)
  expect((await versions())[0]).toMatchObject({ contributors: [house.ben.memberId] })
})

test('VER-4: A page that says what it said gets no second version.', async () => {
  await write('One')
  await pass(5 * MINUTE)
  house.documents.change(page.documentId, house.ben.memberId, (doc) => {
    const body = doc.getXmlFragment('body')
    appendBlocks(doc, [{ type: 'paragraph', line: 'Oops' }])
    body.delete(body.length - 1, 1)
  })
  house.documents.settle(page.documentId)
  await pass(HOUR)
  expect(await versions()).toHaveLength(1)
})

test('VER-2: While people write without a pause, a copy is made now and then, not oftener than every five minutes.', async () => {
  for (let minute = 0; minute < 20; minute++) {
    for (let i = 0; i < 11; i++) await write(`Line ${minute} ${i}`)
    await pass(MINUTE)
  }
  const kept = await versions()
  expect(kept.length).toBeGreaterThanOrEqual(3)
  expect(kept.length).toBeLessThanOrEqual(4)
  expect(new Set(kept.map(({ reason }) => reason))).toEqual(new Set(['busy']))
})

test('VER-3: What was owed when the server stopped is kept after it starts again.', async () => {
  await write('Before the stop')
  await keeper.stop()
  await pass(2 * MINUTE)
  expect(await versions()).toEqual([])
  await startKeeper()
  await pass(5 * MINUTE)
  expect(await reasons()).toEqual(['quiet'])
  await keeper.stop()
  await startKeeper()
  await pass(HOUR)
  expect(await reasons()).toEqual(['quiet'])
})

test('VER-3: Without what was written down nothing is owed, so that the test above could fail.', async () => {
  await write('Before the stop')
  await keeper.stop()
  await house.db.writer.deleteFrom('versionWatch').execute()
  await startKeeper()
  await pass(DAY)
  expect(await versions()).toEqual([])
})

test('A page in which nobody wrote but the server has no versions.', async () => {
  await write('An agenda', 'server')
  await pass(HOUR)
  expect(await versions()).toEqual([])
})

test('A document that cannot be read yet keeps the others from nothing, and its version is made later.', async () => {
  const other = await house.makePage('Other')
  const { read } = house.context.documents
  let failures = 1
  house.context.documents.read = async (documentId, look) => {
    if (documentId === page.documentId && failures-- > 0) throw new Error('not now')
    return read(documentId, look)
  }
  await write('Here')
  await write('There', house.ada.memberId, other)
  await pass(5 * MINUTE)
  expect(await versions(other)).toHaveLength(1)
  expect(await versions()).toHaveLength(1)
})

test('VER-5: Versions are thinned while nobody looks.', async () => {
  for (let i = 0; i < 6; i++) {
    await write(`Line ${i}`)
    await pass(5 * MINUTE)
  }
  expect(await versions()).toHaveLength(6)
  await pass(30 * HOUR)
  expect((await versions()).length).toBeLessThanOrEqual(2)
})

test('VER-5: A clock that is set a year ahead throws nothing away, and one that runs on does.', async () => {
  for (let i = 0; i < 3; i++) {
    await write(`Line ${i}`)
    await pass(5 * MINUTE)
  }
  house.clock.jump(365 * DAY)
  await pass(HOUR)
  await write('Later')
  await pass(12 * HOUR)
  expect(await versions()).toHaveLength(4)
  house.clock.jump(-365 * DAY)
  await pass(91 * DAY)
  expect(await versions()).toHaveLength(1)
})

const wrap = async (at: number) => {
  const meetingId = house.context.ids.next<'meeting'>()
  const circleId = house.context.ids.next<'circle'>()
  await house.db.writer.updateTable('page').set({ meetingId }).where('id', '=', page.id).execute()
  const event = { type: 'wrapped' as const, seq: 1, at, by: house.ada.memberId }
  await transact(house.db, (tx) =>
    house.journal.append(tx, [
      {
        name: 'meeting.event-recorded',
        payload: { circleId, meetingId, event },
        audience: { circleId },
        by: house.ada.memberId,
      },
    ]),
  )
}

test('VER-5: A wrap keeps the notes for ever, also when the server was down in between; one of long ago does not.', async () => {
  await write('Notes')
  await pass(5 * MINUTE)
  await keeper.stop()
  const idle = { wrapped: () => {} }
  const follow = runJournalProjection(house.context, wrapProjection(house.context, idle))
  await wrap(house.clock.now() - 2 * HOUR)
  await follow.settled()
  await startKeeper()
  expect(await reasons()).toEqual(['quiet'])
  await keeper.stop()
  await wrap(house.clock.now())
  await follow.settled()
  await follow.stop()
  await startKeeper()
  await pass(MINUTE)
  expect(await reasons()).toEqual(['wrapped'])
  await pass(400 * DAY)
  expect(await reasons()).toEqual(['wrapped'])
})
