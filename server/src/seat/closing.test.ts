import { readAnswers } from '@rondo/shared/document/read-answers.ts'
import { readText } from '@rondo/shared/document/read-text.ts'
import { BODY } from '@rondo/shared/document/schema.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import { DAY, HOUR, MINUTE } from '@rondo/shared/kernel/time.ts'
import * as meeting from '@rondo/shared/meeting/contract.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import * as contract from '@rondo/shared/seat/contract.ts'
import { listVersions } from '@rondo/shared/version/contract.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { granted } from '../journal/temporary-people.ts'
import { transact } from '../platform/db/database.ts'
import { CLOSE, closeHandler } from './closing.ts'
import { temporarySeats } from './temporary-seats.ts'

let world: Awaited<ReturnType<typeof temporarySeats>>
let one: Meeting
let startsAt: number
beforeEach(async () => {
  world = await temporarySeats()
  one = await world.schedule(3)
  startsAt = one.events[0]?.type === 'scheduled' ? one.events[0].startsAt : 0
  await world.goTo(startsAt - HOUR)
  granted(await world.answer(world.ben, one.id, 0, 'One line.\nAnother.'))
  await world.goTo(startsAt - HOUR + MINUTE)
  granted(await world.answer(world.eve, one.id, 0, 'From afar.'))
})
afterEach(() => world.close())

const closesAt = () => startsAt + 48 * HOUR
const standing = async () => (await world.context.documents.read(one.documentId, readAnswers))?.value ?? []
const text = async () =>
  (await world.context.documents.read(one.documentId, (doc) => readText(doc)))?.value ?? ''
const finals = async () =>
  granted(await world.ask(world.ada, listVersions, { params: { pageId: one.pageId } })).versions.filter(
    ({ reason }) => reason === 'final',
  )
const attendance = async () => {
  const rows = await world.context.db.read.selectFrom('attendance').select('memberId').execute()
  return rows.map(({ memberId }) => memberId)
}
const hold = async () => {
  await world.goTo(startsAt)
  granted(await world.begin(one.id))
  granted(await world.wrap(one.id))
}

test('When the window closes the answers stand in the page, each once, and the page is final.', async () => {
  await hold()
  expect(await standing()).toEqual([])
  await world.goTo(closesAt())
  expect((await standing()).map(({ who }) => who)).toEqual([world.ben.memberId, world.eve.memberId])
  expect(await text()).toContain('One line.\nAnother.\nFrom afar.')
  expect(await world.seatOf(world.ada, one.id)).toMatchObject({
    final: { at: closesAt(), isChanged: false },
    prompts: [],
    present: [world.ben.memberId, world.eve.memberId],
  })
  expect(await finals()).toMatchObject([{ name: 'Final' }])
  expect((await attendance()).toSorted()).toEqual([
    world.ada.memberId,
    world.ben.memberId,
    world.eve.memberId,
  ])
})

test('Editing goes on after it is final, and says so.', async () => {
  await hold()
  await world.goTo(closesAt())
  world.context.documents.change(one.documentId, world.ada.memberId, (doc) =>
    appendBlocks(doc, [{ type: 'paragraph', line: 'An afterthought.' }]),
  )
  expect((await world.seatOf(world.ben, one.id)).final).toEqual({ at: closesAt(), isChanged: true })
})

test('A server that was away for a week closes it once when it is back.', async () => {
  await hold()
  await world.settled()
  await world.sleepUntil(closesAt() + 7 * DAY)
  expect(await standing()).toHaveLength(2)
  expect(await world.seatOf(world.ada, one.id)).toMatchObject({ final: { at: closesAt() } })
  await world.goTo(closesAt() + 20 * DAY)
  expect(await standing()).toHaveLength(2)
  expect(await finals()).toHaveLength(1)
})

/** Ends the server after so many writes to pages. */
const endingAfter = (writes: number) => {
  const { documents } = world.context
  let left = writes
  return {
    ...world.context,
    documents: {
      ...documents,
      write: (async (...input: Parameters<typeof documents.write>) => {
        if (left-- === 0) throw new Error('The server ends here.')
        return documents.write(...input)
      }) as typeof documents.write,
    },
  }
}
const prepare = (context: typeof world.context) => {
  const handler = closeHandler(context)
  if (!('prepare' in handler)) throw new Error('Closing is prepared.')
  return handler.prepare({ kind: CLOSE, key: one.id, dueAt: closesAt() })
}

test.each([0, 1, 2])(
  'A server that ends after %i answers were written leaves the rest to the next one.',
  async (writes) => {
    await hold()
    await world.settled()
    await world.context.jobs.stop()
    await world.timers.goTo(closesAt())
    if (writes < 2) await expect(prepare(endingAfter(writes))).rejects.toThrow('ends here')
    else await prepare(world.context)
    expect(await standing()).toHaveLength(writes)
    expect((await world.seatOf(world.ada, one.id)).final).toBeNull()
    await world.sleepUntil(closesAt() + MINUTE)
    await world.goTo(closesAt() + 10 * MINUTE)
    expect((await standing()).map(({ who }) => who)).toEqual([world.ben.memberId, world.eve.memberId])
    expect(await world.seatOf(world.ada, one.id)).toMatchObject({ final: { at: closesAt() } })
    expect(await finals()).toHaveLength(1)
  },
)

test('Of two servers one writes, and the other looks again later.', async () => {
  await hold()
  await world.settled()
  await world.context.jobs.stop()
  await world.timers.goTo(closesAt())
  const [first, second] = await Promise.all([prepare(world.context), prepare(world.context)])
  const again = await transact(world.context.db, async (tx) => {
    const job = { kind: CLOSE, key: one.id, dueAt: closesAt() }
    return [await first(tx, job), await second(tx, job)]
  })
  expect(again.toSorted((a, b) => Number(b) - Number(a))).toEqual([closesAt() + 2 * MINUTE, null])
  expect(await standing()).toHaveLength(2)
  expect(await finals()).toHaveLength(1)
})

test('What was answered to a part that is gone comes to the end of the page, under its name.', async () => {
  await hold()
  const title = (await world.seatOf(world.ben, one.id)).prompts[0]?.title ?? ''
  world.context.documents.change(one.documentId, world.ada.memberId, (doc) =>
    doc.getXmlFragment(BODY).delete(0, 1),
  )
  expect((await world.seatOf(world.ben, one.id)).prompts.at(-1)).toMatchObject({
    isGone: true,
    mine: { text: 'One line.\nAnother.' },
  })
  await world.goTo(closesAt())
  expect(await standing()).toHaveLength(2)
  expect(await text()).toContain(`${title}\nOne line.`)
})

test('A meeting that nobody held is final where somebody answered, and none at all where nobody did.', async () => {
  const other = await world.schedule(4)
  await world.goTo(closesAt() + 3 * DAY)
  expect((await world.seatOf(world.ada, one.id)).final).toEqual({ at: closesAt(), isChanged: false })
  expect((await world.seatOf(world.ada, other.id)).final).toBeNull()
  expect(await attendance()).toEqual(expect.arrayContaining([world.ben.memberId, world.eve.memberId]))
})

test('A meeting that was final because nobody held it opens again when it is moved, and when it is held after all.', async () => {
  await world.goTo(closesAt() + DAY)
  const before = (await standing()).length
  const params = { meetingId: one.id }
  const later = closesAt() + 7 * DAY
  granted(await world.ask(world.ada, meeting.changeMeeting, { params, body: { startsAt: later } }))
  await world.goTo(later - HOUR)
  expect((await world.seatOf(world.ada, one.id)).final).toBeNull()
  granted(await world.answer(world.eve, one.id, 1, 'After all.'))
  await world.goTo(later + 72 * HOUR)
  expect((await world.seatOf(world.ada, one.id)).final).not.toBeNull()
  expect(await standing()).toHaveLength(before + 1)
  granted(await world.begin(one.id))
  await world.goTo(later + 73 * HOUR)
  expect((await world.seatOf(world.ada, one.id)).final).toBeNull()
  granted(await world.wrap(one.id))
  await world.goTo(later + 73 * HOUR + 3 * DAY)
  expect((await world.seatOf(world.ada, one.id)).final).not.toBeNull()
})

test('A window that was made longer closes later, with what came meanwhile.', async () => {
  await hold()
  const usual = { before: 24 * 60, after: 48 * 60 }
  const body = { from: usual, to: { ...usual, after: 72 * 60 } }
  granted(await world.ask(world.ada, meeting.setWindow, { params: { meetingId: one.id }, body }))
  await world.goTo(closesAt() + HOUR)
  expect(await standing()).toEqual([])
  granted(await world.answer(world.ben, one.id, 1, 'Just in time.'))
  await world.goTo(startsAt + 72 * HOUR)
  expect(await standing()).toHaveLength(3)
})

test('What five people marked is told once the window is closed, and never again otherwise.', async () => {
  const { joinCircle } = await import('@rondo/shared/circle/contract.ts')
  const others = world.people.slice(4)
  for (const who of others)
    granted(await world.ask(who, joinCircle, { params: { circleId: world.circleId } }))
  await world.goTo(startsAt)
  granted(await world.begin(one.id))
  const there = [world.ada, world.ben, world.eve, ...others]
  for (const who of there.slice(1))
    granted(await world.ask(who, meeting.joinMeeting, { params: { meetingId: one.id } }))
  granted(await world.wrap(one.id))
  for (const [index, who] of there.entries()) {
    granted(
      await world.ask(who, contract.giveWorth, {
        params: { meetingId: one.id },
        body: { mark: index < 3 ? 5 : 4 },
      }),
    )
    expect((await world.seatOf(world.ada, one.id)).worth).toBeNull()
  }
  await world.goTo(closesAt())
  expect((await world.seatOf(world.zoe, one.id)).worth).toEqual({ average: 4.5, atLeast: 5 })
})
