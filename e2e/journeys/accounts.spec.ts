import { invite, revokeInvitation } from '@rondo/shared/account/contract.ts'
import { acceptOnScreen, signInOnScreen } from '../screens/door.ts'
import { Room } from '../screens/room.ts'
import { ageInvitation } from '../world/age-invitation.ts'
import { enter } from '../world/browser-person.ts'
import { holdMeeting, type LiveMeeting } from '../world/live-meeting.ts'
import { type Rondo, startRondo } from '../world/rondo.ts'
import { expect, type Page, test } from '../world/test.ts'

let rondo: Rondo
let live: LiveMeeting

test.beforeAll(async () => {
  rondo = await startRondo()
  live = await holdMeeting(rondo.origin)
})
test.afterAll(() => rondo.dispose())

const openMenu = (page: Page) =>
  page
    .getByRole('navigation', { name: 'Main', exact: true })
    .getByRole('button', { name: /your account$/ })
    .click()

const copiesIn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''))

const atTheDoor = (page: Page) => expect(page.getByRole('heading', { name: /^Sign in to/ })).toBeVisible()

test('whoever mistypes is told so without a hint, and signs in again', async ({ page }) => {
  await page.goto(rondo.origin)
  await atTheDoor(page)
  await signInOnScreen(page, 'Jonas Weber', 'not the right sentence')
  const words = page.getByText('That e-mail and password do not go together.')
  await expect(words).toBeVisible()
  await signInOnScreen(page, 'Nobody Atall', 'not the right sentence')
  await expect(words).toBeVisible()
  await signInOnScreen(page, 'Jonas Weber')
  // The door has a heading, too: only the way to the circles says that somebody is in.
  await expect(page.getByRole('link', { name: 'Circles' }).first()).toBeVisible()
  await page.reload()
  await expect(page.getByRole('link', { name: 'Circles' }).first()).toBeVisible()
})

test('a deep link asks to sign in and leads on to where it pointed', async ({ page }) => {
  await page.goto(rondo.origin + live.path)
  await atTheDoor(page)
  await signInOnScreen(page, 'Jonas Weber')
  await expect(new Room(page).notes.body).toBeVisible()
})

test('signing out leaves nothing of a document behind', async ({ page }) => {
  await page.goto(rondo.origin + live.path)
  await signInOnScreen(page, 'Jonas Weber')
  await expect(new Room(page).notes.body).toBeVisible()
  await expect.poll(() => copiesIn(page)).toContainEqual(expect.stringContaining(live.meeting.documentId))
  await openMenu(page)
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click()
  await atTheDoor(page)
  // The door is loaded anew once the device is empty; a question asked in that moment has no answer and is asked again.
  await expect(async () => expect(await copiesIn(page)).toEqual([])).toPass({ timeout: 10_000 })
  await page.waitForLoadState()
  await page.goBack()
  await atTheDoor(page)
  await page.goto(rondo.origin + live.path)
  await atTheDoor(page)
})

test('signing out everywhere closes the other browser and disturbs nobody else', async ({ browser }) => {
  const here = await browser.newPage()
  await here.goto(rondo.origin)
  await signInOnScreen(here, 'Jonas Weber')
  const there = await browser.newPage()
  await there.goto(rondo.origin + live.path)
  await signInOnScreen(there, 'Jonas Weber')
  await expect(new Room(there).notes.body).toBeVisible()
  const watcher = await enter(browser, live.owner, live.path)
  await expect(new Room(watcher).agenda).toContainText('Jonas')

  await openMenu(here)
  await here.getByRole('menuitem', { name: 'Sign out everywhere' }).click()
  await atTheDoor(here)
  await atTheDoor(there)
  await there.reload()
  await atTheDoor(there)
  await expect(new Room(watcher).notes.body).toBeVisible()
})

test('an invitation opens once, and neither after its time nor when it was taken back', async ({
  browser,
}) => {
  const spent = (page: Page) =>
    expect(page.getByRole('heading', { name: 'This link no longer opens' })).toBeVisible()
  const newPage = async () => (await browser.newContext()).newPage()
  const body = { circleId: live.circle.id }
  const first = await live.owner.ask(invite, { body })
  const amara = await newPage()
  await acceptOnScreen(amara, first.link, 'Amara Okafor', live.circle.name)
  await amara.reload()
  await expect(amara.getByRole('region', { name: 'Members' })).toContainText('Priya Raman')

  const late = await newPage()
  await late.goto(first.link)
  await spent(late)
  const second = await live.owner.ask(invite, { body })
  await live.owner.ask(revokeInvitation, { params: { invitationId: second.id } })
  await late.goto(second.link)
  await spent(late)
  const third = await live.owner.ask(invite, { body })
  ageInvitation(rondo.dataDir, third.id)
  await late.goto(third.link)
  await spent(late)
})
