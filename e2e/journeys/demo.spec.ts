import { Room } from '../screens/room.ts'
import { type Rondo, startRondo } from '../world/rondo.ts'
import { expect, test } from '../world/test.ts'

let rondo: Rondo

test.beforeAll(async () => {
  rondo = await startRondo()
})
test.afterAll(() => rondo.dispose())

test('one button fills a workspace in which people are writing', async ({ page }) => {
  await page.goto(rondo.origin)
  await page.getByRole('button', { name: 'Open the demo workspace' }).click()
  await expect(page.getByText('Live now')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('link', { name: 'Join' }).first().click()
  const room = new Room(page)
  const carets = room.notes.body.locator('.doc-caret')
  await expect(carets).toHaveCount(2, { timeout: 20_000 })
  for (const caret of await carets.all()) await expect(caret).toHaveText(/\p{Lu}\p{L}+ \p{Lu}\p{L}+/u)
  const length = async () => (await room.notes.body.textContent())?.length ?? 0
  const before = await length()
  await expect.poll(length, { timeout: 20_000 }).toBeGreaterThan(before)
  await expect(room.captures.getByRole('listitem').first()).toBeVisible()

  await page.reload()
  await expect(carets).toHaveCount(2, { timeout: 20_000 })
  await page.getByRole('link', { name: 'Circles' }).first().click()
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
})
