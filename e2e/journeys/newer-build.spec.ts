import { createPage } from '@rondo/shared/page/contract.ts'
import { Notes } from '../screens/notes.ts'
import { Room } from '../screens/room.ts'
import { enter } from '../world/browser-person.ts'
import { foundWorkspace } from '../world/people.ts'
import { type Rondo, startRondo } from '../world/rondo.ts'
import { expect, type Page, test } from '../world/test.ts'
import type { Visitor } from '../world/visitor.ts'

let rondo: Rondo
let owner: Visitor
let path: string

test.beforeAll(async () => {
  rondo = await startRondo()
  owner = await foundWorkspace(rondo.origin, 'Priya Raman')
  const { id } = await owner.ask(createPage, { body: { title: 'A page', circleId: null } })
  path = `/pages/${id}`
})
test.afterAll(() => rondo.dispose())

const offer = (page: Page) => page.getByText('A newer Rondo is ready.')
/** As after a deploy: the server has another build than the tab. */
const deploy = (page: Page) =>
  page.route('**/build.json', (route) => route.fulfill({ json: { entry: '/assets/index-of-tomorrow.js' } }))
/** How often the window was loaded. */
const loadsOf = (page: Page): (() => number) => {
  let loads = 0
  page.on('load', () => {
    loads += 1
  })
  return () => loads
}

test('a tab that is older than the server offers to reload, and never does it by itself', async ({
  browser,
}) => {
  const page = await enter(browser, owner, path)
  await expect(new Notes(page).body).toBeVisible()
  await expect(offer(page)).toBeHidden()
  await deploy(page)
  // The tab looks whenever its line to the server is new.
  await page.reload()
  await expect(offer(page)).toBeVisible()
  const loads = loadsOf(page)
  await new Notes(page).body.click()
  await page.keyboard.type('I am not done yet.')
  await expect(new Room(page).saved).toHaveText('Saved')
  expect(loads()).toBe(0)
  await page.unroute('**/build.json')
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(new Notes(page).body).toContainText('I am not done yet.')
  await expect(offer(page)).toBeHidden()
  expect(loads()).toBe(1)
})

test('a screen whose files went with a deploy reloads the tab once, and then says why it is not there', async ({
  browser,
}) => {
  const page = await enter(browser, owner, path)
  await expect(new Notes(page).body).toBeVisible()
  await expect(new Room(page).saved).toHaveText('Saved')
  const loads = loadsOf(page)
  await deploy(page)
  await page.route('**/assets/people-screen-*.js', (route) => route.fulfill({ status: 404 }))
  await page.getByRole('link', { name: 'People' }).first().click()
  await expect(page.getByRole('heading', { name: 'Rondo was updated' })).toBeVisible()
  await expect.poll(loads).toBe(1)
  await expect(page.getByRole('heading', { name: 'Rondo was updated' })).toBeVisible()
  await page.unroute('**/assets/people-screen-*.js')
  await page.getByRole('main').getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByRole('heading', { name: 'People' })).toBeVisible()
  expect(loads()).toBe(2)
})
