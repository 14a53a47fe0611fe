import { readFile } from 'node:fs/promises'
import { createPage } from '@rondo/shared/page/contract.ts'
import type { Page as RondoPage } from '@rondo/shared/page/model.ts'
import { eraseHistory } from '@rondo/shared/version/contract.ts'
import { Notes } from '../screens/notes.ts'
import { cachedIn, copiedWhole, databasesIn, keptForOffline } from '../screens/offline-app.ts'
import { Room } from '../screens/room.ts'
import { enter } from '../world/browser-person.ts'
import { holdMeeting, type LiveMeeting } from '../world/live-meeting.ts'
import { type Rondo, startRondo } from '../world/rondo.ts'
import { expect, type Page, test } from '../world/test.ts'
import type { Visitor } from '../world/visitor.ts'

test.use({ serviceWorkers: 'allow' })

let rondo: Rondo
let live: LiveMeeting
let owner: Visitor
let guest: Visitor
let visited: RondoPage
let other: RondoPage
let renewed: RondoPage

test.beforeAll(async () => {
  rondo = await startRondo()
  live = await holdMeeting(rondo.origin)
  owner = live.owner
  guest = live.guest
  const make = (title: string) => owner.ask(createPage, { body: { title, circleId: live.circle.id } })
  visited = await make('What the parser promises')
  other = await make('Never looked at')
  renewed = await make('Begun twice')
})
test.afterAll(() => rondo.dispose())

const pathOf = (page: RondoPage): string => `/pages/${page.id}`
const markOf = (page: Page) => new Room(page).saved
const titled = (page: Page, title: string) => page.getByRole('heading', { level: 1, name: title })

/** Opens a page and writes a sentence at its end. */
const writeAtEnd = async (page: Page, text: string): Promise<void> => {
  const { body } = new Notes(page)
  await body.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type(text, { delay: 5 })
}

test('a page that was opened before opens without a network, is written in, and everybody reads it later', async ({
  browser,
}) => {
  const priya = await enter(browser, owner, live.path)
  await expect(new Room(priya).saved).toHaveText('Saved')
  await copiedWhole(priya, live.meeting.documentId)
  await priya.goto(rondo.origin + pathOf(visited))
  const jonas = await enter(browser, guest, pathOf(visited))
  await writeAtEnd(priya, 'Written with a network.')
  await expect(markOf(priya)).toHaveText('Saved')
  await expect(new Notes(jonas).body).toContainText('Written with a network.')
  await keptForOffline(priya)

  await test.step('without a network it opens with title, circle and text, and is written in', async () => {
    await priya.context().setOffline(true)
    await priya.reload()
    await expect(titled(priya, visited.title)).toBeVisible()
    await expect(priya.getByRole('main').getByRole('link', { name: 'Reading code' })).toBeVisible()
    await expect(new Notes(priya).body).toContainText('Written with a network.')
    await writeAtEnd(priya, 'Written in the mountains.')
    await expect(markOf(priya)).toContainText('Kept on this device')
  })
  await test.step('a second tab of the same browser writes, too', async () => {
    const second = await priya.context().newPage()
    await second.goto(rondo.origin + pathOf(visited))
    await expect(new Notes(second).body).toContainText('Written in the mountains.')
    await writeAtEnd(second, 'Written in the second tab.')
    await writeAtEnd(priya, 'And in the first.')
    for (const tab of [priya, second]) await expect(markOf(tab)).toContainText('Kept on this device')
    await second.close()
  })
  await test.step('so does the room of a meeting', async () => {
    await priya.goto(rondo.origin + live.path)
    await expect(new Notes(priya).segment('Show and tell')).toBeVisible()
    await expect(priya.getByRole('heading', { level: 1, name: live.meeting.title })).toBeVisible()
  })
  await test.step('a page that was never opened here says so, calmly', async () => {
    await priya.goto(rondo.origin + pathOf(other))
    await expect(titled(priya, 'Not on this device')).toBeVisible()
  })
  await test.step('what was written is sent by itself once the network is back, though nobody has the page open', async () => {
    await priya.context().setOffline(false)
    await expect(new Notes(jonas).body).toContainText('Written in the mountains.', { timeout: 30_000 })
    await priya.goto(rondo.origin + pathOf(visited))
    await expect(markOf(priya)).toHaveText('Saved')
    for (const { body } of [new Notes(priya), new Notes(jonas)]) {
      for (const sentence of ['Written in the mountains.', 'Written in the second tab.', 'And in the first.'])
        await expect.poll(async () => ((await body.textContent()) ?? '').split(sentence).length).toBe(2)
    }
  })
})

test('what was written offline into a page that began anew meanwhile is handed back as text', async ({
  browser,
}) => {
  const jonas = await enter(browser, guest, pathOf(renewed))
  await writeAtEnd(jonas, 'Everybody has this.')
  await expect(markOf(jonas)).toHaveText('Saved')
  await jonas.context().setOffline(true)
  await writeAtEnd(jonas, 'Only Jonas has this.')
  await expect(markOf(jonas)).toContainText('Kept on this device')
  await owner.ask(eraseHistory, { params: { pageId: renewed.id }, body: { title: renewed.title } })
  await jonas.context().setOffline(false)

  const aside = jonas.getByRole('region', { name: 'This page was put back to another state' })
  await expect(aside.getByRole('textbox')).toHaveValue('Only Jonas has this.', { timeout: 30_000 })
  const { body } = new Notes(jonas)
  await expect(body).toContainText('Everybody has this.')
  await expect(body).not.toContainText('Only Jonas has this.')
  await expect(markOf(jonas)).toHaveText('Saved')
  const file = jonas.waitForEvent('download')
  await aside.getByRole('button', { name: 'Download' }).click()
  expect(await readFile(await (await file).path(), 'utf8')).toBe('Only Jonas has this.')
  await writeAtEnd(jonas, 'Jonas goes on.')
  await expect(markOf(jonas)).toHaveText('Saved')
  await aside.getByRole('button', { name: 'I have what I need' }).click()
  await expect(aside).toBeHidden()
})

test('signing out in one tab ends the others and leaves nothing of a document on the device', async ({
  browser,
}) => {
  const secret = 'Nobody else shall read this here.'
  const page = await enter(browser, guest, pathOf(visited))
  await writeAtEnd(page, secret)
  await expect(markOf(page)).toHaveText('Saved')
  await keptForOffline(page)
  const second = await page.context().newPage()
  await second.goto(rondo.origin + pathOf(visited))
  await expect(new Notes(second).body).toContainText(secret)
  await expect.poll(() => databasesIn(page)).toContainEqual(expect.stringContaining(visited.documentId))

  await page
    .getByRole('navigation', { name: 'Main', exact: true })
    .getByRole('button', { name: /your account$/ })
    .click()
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click()
  for (const tab of [page, second])
    await expect(tab.getByRole('heading', { name: /^Sign in to/ })).toBeVisible()
  await expect(async () => expect(await databasesIn(page)).toEqual([])).toPass({ timeout: 10_000 })
  const cached = await cachedIn(page)
  expect([...cached.keys()].filter((path) => !path.startsWith('/assets/')).toSorted()).toEqual([
    '/',
    '/icons/ring-180.png',
    '/icons/ring-192.png',
    '/icons/ring-512.png',
    '/icons/ring-maskable-512.png',
    '/manifest.webmanifest',
    '/rondo.svg',
  ])
  expect([...cached.values()].join('\n')).not.toContain(secret)
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(visited.documentId)
})
