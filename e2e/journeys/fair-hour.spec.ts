import { createCircle } from '@rondo/shared/circle/contract.ts'
import { enter } from '../world/browser-person.ts'
import { isFineEverywhere } from '../world/looks.ts'
import { comeInvited, foundWorkspace } from '../world/people.ts'
import { type Rondo, startRondo } from '../world/rondo.ts'
import { expect, test } from '../world/test.ts'

let rondo: Rondo

test.beforeAll(async () => {
  rondo = await startRondo()
})
test.afterAll(() => rondo.dispose())

test('two far apart find an hour, then six that rotate, and hand them on', async ({ browser }) => {
  test.setTimeout(120_000)
  const host = await foundWorkspace(rondo.origin, 'Priya Raman')
  const about = { name: 'Reading code', purpose: 'We read code together.', timeZone: 'Europe/Berlin' }
  const circle = await host.ask(createCircle, { body: about })
  // Ten to twelve hours apart, whatever the season in which this test runs.
  const guest = await comeInvited(host, 'Hana Sato', { circleId: circle.id, timeZone: 'Pacific/Auckland' })
  const priya = await enter(browser, host, `/circles/${circle.id}/meetings/new`)
  const hana = await enter(browser, guest, '/settings')
  const people = priya.getByRole('region', { name: 'Who works when' })

  await test.step('everyone’s clock stands beside each time, in words too', async () => {
    await priya.getByRole('link', { name: 'Find a fair hour' }).click()
    const clocks = priya.getByRole('list', { name: 'Everyone’s clock' }).first()
    await expect(clocks.getByRole('listitem').filter({ hasText: 'Hana' })).toBeVisible()
    await expect(clocks).toContainText('edge of the day')
    await expect(people.getByRole('listitem').filter({ hasText: 'Hana' })).toContainText('(assumed)')
    await isFineEverywhere(priya)
  })

  await test.step('what one says of her own hours moves the times of the other at once', async () => {
    await hana.getByLabel('From').fill('15:00')
    await hana.getByLabel('To', { exact: true }).fill('22:30')
    await hana.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(hana.getByText('Your working hours are saved.')).toBeVisible()
    await expect(people.getByRole('listitem').filter({ hasText: 'Hana' })).toContainText('15:00–22:30')
    await expect(priya.getByText('In everyone’s hours.').first()).toBeVisible()
  })

  await test.step('a chosen time stands in the meeting that is scheduled', async () => {
    const use = priya.getByRole('link', { name: /^Use this time: / }).first()
    const [, time] = (await use.getAttribute('aria-label'))?.match(/(\d\d:\d\d)$/) ?? []
    await use.focus()
    await priya.keyboard.press('Enter')
    await expect(priya.getByLabel('Time in Berlin')).toHaveValue(time ?? 'none')
    await priya.goBack()
  })

  await test.step('six meetings rotate, and become the rhythm of the circle', async () => {
    await hana.getByLabel('From').fill('09:00')
    await hana.getByLabel('To', { exact: true }).fill('15:00')
    await hana.getByRole('button', { name: 'Save', exact: true }).click()
    await priya.getByText('A fair series', { exact: true }).click()
    await expect(priya.getByText(/This is fair: after six meetings/)).toBeVisible()
    await expect(priya.getByText(/^It rotates between these times in Berlin/)).toBeVisible()
    await isFineEverywhere(priya)
    await priya.getByRole('link', { name: 'Use these times' }).click()
    await expect(priya.getByLabel(/^Time 2/)).toBeVisible()
  })
})
