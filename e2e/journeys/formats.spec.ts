import { createCircle } from '@rondo/shared/circle/contract.ts'
import type { PresetId } from '@rondo/shared/format/model.ts'
import { formatIn } from '@rondo/shared/format/presets.ts'
import { joinMeeting, scheduleMeeting, startMeeting, takeLane } from '@rondo/shared/meeting/contract.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { lanesOf } from '@rondo/shared/meeting/parts.ts'
import { Room } from '../screens/room.ts'
import { enter } from '../world/browser-person.ts'
import { comeInvited, foundWorkspace } from '../world/people.ts'
import { type Rondo, startRondo } from '../world/rondo.ts'
import { type Browser, expect, type Page, test } from '../world/test.ts'
import type { Visitor } from '../world/visitor.ts'

let rondo: Rondo
let priya: Visitor
let jonas: Visitor
let circleId: Meeting['circleId']

test.beforeAll(async () => {
  rondo = await startRondo()
  priya = await foundWorkspace(rondo.origin, 'Priya Raman')
  const body = { name: 'Seeing better', purpose: 'To see what we make.', timeZone: 'Europe/Berlin' }
  circleId = (await priya.ask(createCircle, { body })).id
  jonas = await comeInvited(priya, 'Jonas Weber', { circleId })
})
test.afterAll(() => rondo.dispose())

/** A live meeting that Priya leads, with Jonas in it. */
const hold = async (format: PresetId): Promise<Meeting> => {
  const { name: title, segments, page, roles } = formatIn('en', format)
  const facilitatorId = (await priya.me()).id
  const body = { title, format, startsAt: Date.now(), segments, page, roles, facilitatorId }
  const meeting = await priya.ask(scheduleMeeting, { params: { circleId }, body })
  const params = { meetingId: meeting.id }
  await priya.ask(startMeeting, { params })
  await jonas.ask(joinMeeting, { params })
  return meeting
}

const both = async (browser: Browser, { id }: Meeting): Promise<[Room, Room]> => {
  const path = `/meetings/${id}`
  const rooms = await Promise.all([enter(browser, priya, path), enter(browser, jonas, path)])
  const [a, b] = rooms.map((page) => new Room(page)) as [Room, Room]
  for (const room of [a, b]) await expect(room.notes.body).toBeVisible()
  return [a, b]
}

test('a format is made one’s own by keys alone, and a critique held in it keeps its phases', async ({
  browser,
}) => {
  const page = await enter(browser, priya, `/circles/${circleId}/formats/critique-lab`)
  await test.step('moved by keys, renamed, kept', async () => {
    const name = page.getByRole('textbox', { name: 'Name', exact: true })
    await name.fill('Our critique')
    await page.getByRole('textbox', { name: 'Title of segment 1' }).press('Alt+ArrowDown')
    await expect(page.getByRole('textbox', { name: 'Title of segment 1' })).toHaveValue('Present')
    await page.getByRole('textbox', { name: 'Title of segment 2' }).press('Alt+ArrowUp')
    await name.press('Enter')
    await expect(page.getByRole('button', { name: 'Remove', exact: true })).toBeVisible()
  })

  await test.step('scheduled from it, and caught under its phases', async () => {
    await page.goto(`${rondo.origin}/circles/${circleId}/meetings/new`)
    await page.getByRole('radio', { name: /^Our critique/ }).check()
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('How the parser reads')
    await page.getByRole('button', { name: 'Schedule it' }).click()
    const room = new Room(page)
    await room.act('Start the meeting').click()
    for (const phase of ['Present', 'Clarify', 'Warm']) {
      await room.act('Next segment').click()
      await room.isOn(phase)
    }
    // Caught while "Warm" runs, wherever it is written.
    await room.notes.goBelow('Cool')
    await room.notes.choose('/insight', /^Insight/)
    await room.notes.type('The errors read well')
    await expect(room.caught('The errors read well')).toContainText('Warm')
    await room.act('Next segment').click()
    await room.isOn('Cool')
    await expect(room.caught('The errors read well')).toContainText('Warm')
    await room.wrapUp()
    const critique = page.getByRole('region', { name: 'The critique, by phase' })
    await expect(critique.getByRole('heading', { level: 3 })).toHaveText(['Warm'])
  })
})

test('focus and pause agree on two screens within a second, also after one comes back', async ({
  browser,
}) => {
  const [room, other] = await both(browser, await hold('study-sprint'))
  const seconds = async (one: Room) => {
    const [, minutes = '0', rest = '0'] = /(\d+):(\d\d)/.exec((await one.timer.textContent()) ?? '') ?? []
    return Number(minutes) * 60 + Number(rest)
  }
  const agree = async () => {
    const [a, b] = await Promise.all([seconds(room), seconds(other)])
    expect(Math.abs(a - b), `${a} / ${b}`).toBeLessThanOrEqual(1)
  }
  for (const segment of ['From last time', 'Focus']) {
    await room.act('Next segment').click()
    await room.isOn(segment)
  }
  await expect(other.timer).toContainText('of focus left')
  await agree()
  await other.page.context().setOffline(true)
  await room.page.getByRole('button', { name: 'Skip to the next' }).click()
  await expect(room.timer).toContainText('of pause left')
  await other.page.context().setOffline(false)
  await expect(other.timer).toContainText('of pause left', { timeout: 20_000 })
  await agree()
  await other.page.reload()
  await expect(other.timer).toContainText('of pause left')
  await agree()
  await expect(other.page.getByRole('button', { name: 'Stop', exact: true })).toBeHidden()
})

test('what an observer writes is theirs until the debrief', async ({ browser }) => {
  const meeting = await hold('shadowing')
  const [lane] = lanesOf(foldMeeting(meeting.events))
  if (lane === undefined) throw new Error('no lane')
  const me = (await jonas.me()).id
  await jonas.ask(takeLane, {
    params: { meetingId: meeting.id },
    body: { segmentId: lane, from: null, to: me },
  })
  const [room, observer] = await both(browser, meeting)
  await observer.notes.goBelow('What the observer saw')
  await observer.notes.type('She reads the test first')
  await expect(observer.saved).toContainText('Saved')
  await expect(room.page.getByText('Jonas Weber observes.')).toBeVisible()
  await expect(room.notes.segment('What the observer saw')).toContainText('opens with the debrief')
  const seen = (one: Page) => one.getByText('She reads the test first')
  await expect(seen(room.page)).toBeHidden()
  await expect(seen(observer.page)).toBeVisible()
  for (const segment of ['From last time', 'The work', 'Debrief']) {
    await room.act('Next segment').click()
    await room.isOn(segment)
  }
  await expect(seen(room.page)).toBeVisible()
})
