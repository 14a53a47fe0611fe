import { listCaptures } from '@rondo/shared/capture/contract.ts'
import { formatIn } from '@rondo/shared/format/presets.ts'
import { scheduleMeeting, startMeeting, wrapMeeting } from '@rondo/shared/meeting/contract.ts'
import { Room } from '../screens/room.ts'
import { enter } from '../world/browser-person.ts'
import { holdMeeting, type LiveMeeting } from '../world/live-meeting.ts'
import { isFineEverywhere } from '../world/looks.ts'
import { type Rondo, startRondo } from '../world/rondo.ts'
import { expect, test } from '../world/test.ts'

const STEP = 'Draw the call graph'
const REASON = 'The new parser has none'

let rondo: Rondo
let live: LiveMeeting

test.beforeAll(async () => {
  rondo = await startRondo()
  live = await holdMeeting(rondo.origin)
})
test.afterAll(() => rondo.dispose())

/** Schedules another meeting of the circle, which begins at once. */
const meetAgain = async (title: string) => {
  const { segments } = formatIn('en', 'brown-bag')
  const { id: facilitatorId } = await live.owner.me()
  const body = { title, format: 'brown-bag', startsAt: Date.now(), segments, facilitatorId } as const
  const meeting = await live.owner.ask(scheduleMeeting, { params: { circleId: live.circle.id }, body })
  await live.owner.ask(startMeeting, { params: { meetingId: meeting.id } })
  return meeting
}
const wrap = (meetingId: string) =>
  live.owner.ask(wrapMeeting, { params: { meetingId }, body: { noNextStep: true } })

test('a step caught offline keeps its moment, is carried along three times, and is dropped with a reason', async ({
  browser,
}) => {
  test.setTimeout(150_000)
  const room = new Room(await enter(browser, live.owner, live.path))
  const other = new Room(await enter(browser, live.guest, live.path))
  await expect(other.saved).toHaveText('Saved')
  let caughtBefore = 0

  await test.step('Jonas is offline and promises something in words, which are read', async () => {
    await other.page.context().setOffline(true)
    await other.notes.goBelow('Check-in')
    await other.notes.press('Control+Alt+Digit2')
    await other.notes.type(`${STEP} @priya by tomorrow`)
    await other.notes.press('Enter')
    const caught = other.notes.capture(STEP)
    await expect(caught).toContainText('Priya')
    await expect(caught.locator('.doc-capture-text')).toHaveText(STEP)
    await expect(other.page.getByRole('button', { name: /^Give the words back/ })).toBeVisible()
    caughtBefore = Date.now()
  })

  await test.step('meanwhile the meeting goes on, and what is selected becomes a decision', async () => {
    await room.act('Next segment').click()
    await room.isOn('From last time')
    await room.notes.goBelow('Show and tell')
    await room.notes.type('We keep it')
    await room.notes.press('Shift+Home')
    await room.page.getByRole('button', { name: 'Make this: Decision' }).click()
    await expect(room.caught('We keep it')).toContainText('Decision')
  })

  await test.step('back online the step is everywhere, with its author and the time it was caught', async () => {
    await other.page.context().setOffline(false)
    await expect(room.caught(STEP)).toContainText('You', { timeout: 30_000 })
    const mine = { text: STEP, by: (await live.guest.me()).id }
    const steps = async () => (await live.owner.ask(listCaptures, { query: { kind: 'next' } })).captures
    // The room shows what the page says; the list is read from it a moment later.
    await expect.poll(steps).toMatchObject([mine])
    expect((await steps())[0]?.at).toBeLessThanOrEqual(caughtBefore)
  })

  await wrap(live.meeting.id)
  for (const title of ['Two', 'Three', 'Four']) await wrap((await meetAgain(title)).id)
  const last = await meetAgain('Five')

  await test.step('after three meetings it asks what becomes of it, and is dropped for everybody', async () => {
    await room.page.goto(`${rondo.origin}/meetings/${last.id}`)
    const carried = room.page.getByRole('list', { name: 'From last time' })
    await expect(carried).toContainText('Carried along 3 times')
    await isFineEverywhere(room.page, 'From last time')
    await carried.getByRole('button', { name: 'Drop it' }).click()
    const dialog = room.page.getByRole('dialog')
    await dialog.getByLabel('Why').fill(REASON)
    await dialog.getByRole('button', { name: 'Drop it' }).click()
    await expect(dialog).toBeHidden()
    await expect(carried).toContainText(`Dropped: ${REASON}`)
    await other.page.goto(`${rondo.origin}${live.path}`)
    await expect(other.notes.capture(STEP)).toContainText(`Dropped: ${REASON}`)
  })
})
