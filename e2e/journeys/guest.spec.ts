import { invite } from '@rondo/shared/account/contract.ts'
import { comeAsGuest } from '../screens/door.ts'
import { Room } from '../screens/room.ts'
import { enter } from '../world/browser-person.ts'
import { holdMeeting, type LiveMeeting } from '../world/live-meeting.ts'
import { addressFor, PASSWORD } from '../world/people.ts'
import { type Rondo, startRondo } from '../world/rondo.ts'
import { type Browser, expect, test } from '../world/test.ts'

let rondo: Rondo
let live: LiveMeeting
test.beforeAll(async () => {
  rondo = await startRondo()
  live = await holdMeeting(rondo.origin)
})
test.afterAll(() => rondo.dispose())

const come = async (browser: Browser, url: string, name: string): Promise<Room> =>
  comeAsGuest(await (await browser.newContext()).newPage(), url, name)

const catches = async (room: Room, below: string, text: string): Promise<void> => {
  await room.notes.goBelow(below)
  await room.notes.press('Control+Alt+Digit1')
  await room.notes.type(text)
  await expect(room.saved).toHaveText('Saved')
}

test('two guests come by a link: one is put out while writing, the other joins and is still the author', async ({
  browser,
}) => {
  test.setTimeout(90_000)
  const priya = new Room(await enter(browser, live.owner, live.path))
  const mira = await come(browser, await priya.guestLink(), 'Mira Holm')
  const tomo = await come(browser, await priya.guestLink(), 'Tomo Abe')

  await test.step('what guests catch is in the room at once, marked as a guest’s', async () => {
    await catches(mira, 'Check-in', 'We fly on Friday')
    await catches(tomo, 'Questions', 'We tie the knots first')
    await expect(priya.caught('We fly on Friday')).toContainText('Mira Holm (guest)')
    await expect(priya.caught('We tie the knots first')).toContainText('Tomo Abe (guest)')
    await expect(priya.page.getByRole('region', { name: 'In the room' })).toContainText('Tomo Abe (guest)')
    await expect(tomo.act('Wrap up')).toBeHidden()
    await expect(tomo.page.getByRole('navigation')).toHaveCount(0)
  })

  await test.step('the first link is ended: its guest is told, and nothing of the meeting stays with them', async () => {
    await priya.page.getByRole('button', { name: 'Invite a guest' }).click()
    await priya.guests
      .getByRole('button', { name: /^End this link/ })
      .last()
      .click()
    await expect(mira.page.getByRole('heading', { name: 'This link was ended' })).toBeVisible()
    await expect.poll(() => mira.page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
    await priya.page.keyboard.press('Escape')
    await expect(tomo.notes.capture('We tie the knots first')).toBeVisible()
  })

  await test.step('the other joins from the same browser and keeps what they wrote', async () => {
    const { link } = await live.owner.ask(invite, { body: { circleId: live.circle.id } })
    await tomo.page.goto(link)
    await expect(tomo.page.getByLabel('Your name')).toHaveValue('Tomo Abe')
    await expect(tomo.page.getByLabel('Keep what I wrote as a guest')).toBeChecked()
    await tomo.page.getByLabel('E-mail').fill(addressFor('Tomo Abe'))
    await tomo.page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await tomo.page.getByRole('button', { name: 'Come in and take a seat' }).click()
    await expect(tomo.page.getByRole('heading', { level: 1, name: /^Reading code/ })).toBeVisible()
    await tomo.page.goto(rondo.origin + live.path)
    await tomo.page.reload()
    await expect(tomo.caught('We tie the knots first')).toContainText('You')
    await expect(priya.caught('We tie the knots first')).toContainText('Tomo')
    await expect(priya.caught('We tie the knots first')).not.toContainText('guest')
  })
})
