import { Room } from '../screens/room.ts'
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

const bandOf = (page: Page) => page.getByText(/^Offline\. \d+ changes? (is|are) kept on this device\.$/)

test('the server goes away and comes back, and everything that was typed is there in both windows', async ({
  browser,
}) => {
  test.setTimeout(150_000)
  const rooms = [
    new Room(await enter(browser, live.owner, live.path)),
    new Room(await enter(browser, live.guest, live.path)),
  ]
  const [room, other] = rooms
  if (!room || !other) throw new Error('Two windows are needed.')
  await room.notes.goBelow('Check-in')
  await room.notes.type('Before the lights went out.')
  await expect(other.notes.body).toContainText('Before the lights went out.')
  for (const { saved } of rooms) await expect(saved).toHaveText('Saved')

  await test.step('away: the band counts, the mark says kept, roles wait', async () => {
    await rondo.kill()
    await room.notes.type(' In the dark I write on.')
    await expect(room.saved).toContainText('Kept on this device')
    await expect(bandOf(room.page)).toBeVisible()
    await expect(room.act('Next segment')).toBeDisabled()
    await room.isOn('Check-in')
    await other.notes.goBelow('Questions')
    await other.notes.type('Who has a candle?')
    await expect(other.saved).toContainText('Kept on this device')
    await expect(room.notes.body).toContainText('In the dark I write on.')
  })

  await test.step('back: all of it is in both windows, saved, and again after a reload', async () => {
    await rondo.start()
    // Each comes back in its own time, so that a thousand windows do not come at once.
    for (const { saved } of rooms) await expect(saved).toHaveText('Saved', { timeout: 60_000 })
    for (const { notes, page } of rooms) {
      await expect(notes.body).toContainText('Before the lights went out. In the dark I write on.')
      await expect(notes.body).toContainText('Who has a candle?')
      await expect(bandOf(page)).toBeHidden()
    }
    for (const { notes, page } of rooms) {
      await page.reload()
      await expect(notes.body).toContainText('Before the lights went out. In the dark I write on.')
      await expect(notes.body).toContainText('Who has a candle?')
    }
    await expect(room.act('Next segment')).toBeEnabled()
  })
})

test('both windows lose their network, the server is killed meanwhile, and everything is in both afterwards', async ({
  browser,
}) => {
  test.setTimeout(150_000)
  const room = new Room(await enter(browser, live.owner, live.path))
  const other = new Room(await enter(browser, live.guest, live.path))
  const rooms = [room, other]
  await room.notes.goBelow('Show and tell')
  await room.notes.type('Seen by both.')
  await expect(other.notes.body).toContainText('Seen by both.')

  await test.step('the network is pulled: both write on, and both marks say where it is', async () => {
    for (const { page } of rooms) await page.context().setOffline(true)
    await room.notes.type(' Written in a tunnel.')
    await other.notes.goBelow('Next steps and close')
    await other.notes.type('Written on a boat.')
    for (const { saved } of rooms)
      await expect(saved).toContainText('Kept on this device', { timeout: 45_000 })
    await expect(other.notes.body).not.toContainText('Written in a tunnel.')
    await expect(room.notes.body).not.toContainText('Written on a boat.')
  })
  await test.step('the network is back and the server is not: nothing is called saved', async () => {
    await rondo.kill()
    for (const { page } of rooms) await page.context().setOffline(false)
    await room.notes.type(' Still nobody there.')
    for (const { saved } of rooms) await expect(saved).toContainText('Kept on this device')
  })
  await test.step('the server is back: all of it is in both, and again after a reload', async () => {
    await rondo.start()
    // As a browser tells that its network changed: nobody has to wait for the next attempt.
    for (const { page } of rooms) await page.evaluate(() => window.dispatchEvent(new Event('online')))
    for (const { saved } of rooms) await expect(saved).toHaveText('Saved', { timeout: 60_000 })
    for (const isReloaded of [false, true]) {
      for (const { page, notes } of rooms) {
        if (isReloaded) await page.reload()
        await expect(notes.body).toContainText('Seen by both. Written in a tunnel. Still nobody there.')
        await expect(notes.body).toContainText('Written on a boat.')
      }
    }
  })
})

test('whoever leaves with something that is stored nowhere is asked first', async ({ browser }) => {
  const context = await browser.newContext()
  // As in a browser that keeps nothing: then the tab holds the only copy.
  await context.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
  await context.addCookies([live.owner.browserCookie])
  const room = new Room(await context.newPage())
  await room.page.goto(live.owner.origin + live.path)
  await room.notes.goBelow('Check-in')
  await expect(room.saved).toHaveText('Saved')
  await rondo.kill()
  await room.notes.type('Only here.')
  await expect(room.saved).toHaveText('Not saved yet. Keep this tab open')
  const asked = room.page.waitForEvent('dialog')
  const left = room.page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await left
  await rondo.start()
  await expect(room.saved).toHaveText('Saved', { timeout: 30_000 })
  await room.page.reload()
  await expect(room.notes.body).toContainText('Only here.')
})
