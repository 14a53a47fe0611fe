import { createCircle } from '@rondo/shared/circle/contract.ts'
import { DAY } from '@rondo/shared/kernel/time.ts'
import { listMeetings } from '@rondo/shared/meeting/contract.ts'
import ICAL from 'ical.js'
import { comeInvited, foundWorkspace } from '../world/people.ts'
import { type Rondo, startRondo } from '../world/rondo.ts'
import { type Browser, expect, type Page, test } from '../world/test.ts'
import type { Visitor } from '../world/visitor.ts'

let rondo: Rondo

test.beforeAll(async () => {
  rondo = await startRondo()
})
test.afterAll(() => rondo.dispose())

const pageOf = async (browser: Browser, visitor: Visitor, timezoneId: string): Promise<Page> => {
  const context = await browser.newContext({ timezoneId, locale: 'en-GB' })
  await context.addCookies([visitor.browserCookie])
  return context.newPage()
}

/** The events of a calendar as an independent reader sees them, soonest first. */
const readCalendar = async (url: string) => {
  const answer = await fetch(url)
  expect(answer.status).toBe(200)
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()))
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  return calendar
    .getAllSubcomponents('vevent')
    .map((component) => {
      const { uid, startDate, sequence, description } = new ICAL.Event(component)
      const status = component.getFirstPropertyValue('status')
      return { uid, startsAt: startDate.toJSDate().getTime(), sequence, description, status }
    })
    .toSorted((a, b) => a.startsAt - b.startsAt)
}

test('a circle meets every week, moves one date and skips another, and a calendar follows', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const host = await foundWorkspace(rondo.origin)
  const body = { name: 'Code readers', purpose: 'To read strange code.', timeZone: 'Europe/Berlin' }
  const { id: circleId } = await host.ask(createCircle, { body })
  const member = await comeInvited(host, 'Kavi Rao', { circleId, timeZone: 'Asia/Kolkata' })
  const priya = await pageOf(browser, host, 'Europe/Berlin')
  const kavi = await pageOf(browser, member, 'Asia/Kolkata')
  const meetings = async () => {
    const answer = await host.ask(listMeetings, { params: { circleId } })
    return answer.meetings.toSorted((a, b) => a.startsAt - b.startsAt)
  }

  await test.step('a host sets the series, and sees what will come of it before', async () => {
    await priya.goto(`${rondo.origin}/circles/${circleId}/meetings/new`)
    await priya.getByRole('link', { name: 'Meet again and again' }).click()
    await priya.getByLabel('What each meeting is called').fill('Reading evening')
    await priya.getByLabel('Time 1 in Berlin').fill('19:00')
    const preview = priya.locator('.cadence-preview')
    await expect(preview.getByRole('listitem')).toHaveCount(4)
    await expect(preview).toContainText('19:00 Berlin')
    await priya.getByRole('button', { name: 'Set the series' }).click()
    await expect(priya.getByText('12 meetings were planned.')).toBeVisible()
    await expect(priya.getByText(/^Repeats every week on \w+ at 19:00 in Berlin\.$/)).toBeVisible()
  })

  let url = ''
  await test.step('a member elsewhere sees the same dates by their own clock, and copies a calendar link', async () => {
    await kavi.goto(`${rondo.origin}/circles/${circleId}/cadence`)
    const dates = kavi.getByRole('region', { name: 'Next dates' })
    await expect(dates.getByRole('listitem')).toHaveCount(6)
    await expect(dates.getByRole('listitem').first()).toContainText(/19:00 Berlin, .*(22|23):30 for you/)
    await expect(kavi.getByText('The hosts of the circle set and change the series.')).toBeVisible()
    await kavi.getByRole('button', { name: 'Make a calendar link' }).click()
    url = await kavi.getByLabel('Calendar link').inputValue()
    expect((await readCalendar(url)).map(({ startsAt }) => startsAt)).toEqual(
      (await meetings()).map(({ startsAt }) => startsAt),
    )
  })

  const before = await meetings()
  await test.step('the member moves one date by a day and skips the next one, with a reason', async () => {
    const dates = kavi.getByRole('region', { name: 'Next dates' })
    const [first, second] = [dates.getByRole('listitem').nth(0), dates.getByRole('listitem').nth(1)]
    await first.getByRole('button', { name: /^Move/ }).click()
    const dialog = kavi.getByRole('dialog')
    const day = await dialog.getByLabel('Day').inputValue()
    const next = new Date(Date.parse(`${day}T12:00:00Z`) + DAY).toISOString().slice(0, 10)
    await dialog.getByLabel('Day').fill(next)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(first).toContainText('Moved from')
    await second.getByRole('button', { name: /^Skip/ }).click()
    await dialog.getByLabel('Reason').fill('Spring fair')
    await dialog.getByRole('button', { name: /^Cancel/ }).click()
    await expect(second).toContainText('Spring fair')
    await expect(priya.getByRole('region', { name: 'Next dates' })).toContainText('Spring fair')
  })

  await test.step('the calendar says the same: moved, called off, and the rest untouched', async () => {
    const events = await readCalendar(url)
    const eventOf = (index: number) => events.find(({ uid }) => uid.startsWith(before[index]?.id ?? '?'))
    expect(events).toHaveLength(12)
    expect(eventOf(0)).toMatchObject({ sequence: 1, status: 'CONFIRMED' })
    expect(eventOf(0)?.startsAt).toBe((before[0]?.startsAt ?? 0) + DAY)
    expect(eventOf(1)).toMatchObject({ sequence: 1, status: 'CANCELLED', startsAt: before[1]?.startsAt })
    expect(eventOf(1)?.description).toContain('Spring fair')
    expect(eventOf(2)).toMatchObject({ status: 'CONFIRMED', startsAt: before[2]?.startsAt })
    expect(eventOf(2)?.description).toMatch(/Facilitator: .*\n/)
  })

  await test.step('another time moves what nobody touched, and says what stayed', async () => {
    await priya.getByLabel('Time 1 in Berlin').fill('18:00')
    await priya.getByRole('button', { name: 'Change the series' }).click()
    await expect(priya.getByText(/10 were moved\. 2 stay where they are/)).toBeVisible()
  })

  await test.step('a renewed link kills the old one, and the server’s log knows neither', async () => {
    await kavi.getByRole('button', { name: 'Renew the link' }).click()
    await kavi.getByRole('dialog').getByRole('button', { name: 'Renew the link' }).click()
    await expect(kavi.getByLabel('Calendar link')).not.toHaveValue(url)
    expect((await fetch(url)).status).toBe(404)
    const renewed = await kavi.getByLabel('Calendar link').inputValue()
    expect(await readCalendar(renewed)).toHaveLength(12)
    for (const one of [url, renewed])
      expect(rondo.printed()).not.toContain(one.split('/').at(-1)?.replace('.ics', '') ?? '')
  })
})
