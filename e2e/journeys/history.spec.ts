import { createPage } from '@rondo/shared/page/contract.ts'
import { HistoryScreen } from '../screens/history-screen.ts'
import { Notes } from '../screens/notes.ts'
import { enter } from '../world/browser-person.ts'
import { isFineEverywhere } from '../world/looks.ts'
import { comeInvited, foundWorkspace } from '../world/people.ts'
import { type Rondo, startRondo } from '../world/rondo.ts'
import { expect, type Page, test } from '../world/test.ts'

let rondo: Rondo

test.beforeAll(async () => {
  rondo = await startRondo()
})
test.afterAll(() => rondo.dispose())

const isSaved = (page: Page) =>
  expect(page.getByRole('banner').getByRole('status')).toHaveText('Saved', { timeout: 15_000 })

test('two people write, one keeps a version, the other brings it back, and both see it', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const owner = await foundWorkspace(rondo.origin, 'Priya Raman')
  const guest = await comeInvited(owner, 'Jonas Weber')
  const note = await owner.ask(createPage, { body: { title: 'How we review', circleId: null } })
  const priya = await enter(browser, owner, `/pages/${note.id}`)
  const jonas = await enter(browser, guest, `/pages/${note.id}`)
  const [hers, his] = [new Notes(priya), new Notes(jonas)]
  const history = new HistoryScreen(jonas)

  await test.step('a page without versions says when the first one comes', async () => {
    const reader = await enter(browser, guest, `/pages/${note.id}/history`)
    await expect(reader.getByText(/No version yet/)).toBeVisible()
    await isFineEverywhere(reader)
    await reader.close()
  })

  await test.step('what both wrote is kept by a name', async () => {
    await hers.body.click()
    await hers.type('We meet on Thursday.')
    await hers.press('Enter')
    await hers.choose('/decision', /Decision/)
    await hers.type('Two pairs of eyes')
    await expect(his.body).toContainText('Two pairs of eyes')
    await his.body.getByText('We meet on Thursday.').click()
    await his.press('End')
    await his.type(' Bring tea.')
    await expect(hers.body).toContainText('Bring tea.')
    await isSaved(jonas)
    await priya.getByRole('button', { name: 'More about this page' }).click()
    await priya.getByRole('menuitem', { name: 'Keep this version' }).click()
    await priya.getByLabel('Name', { exact: true }).fill('First draft')
    await priya.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click()
    await expect(priya.getByText(/Kept as “First draft”/)).toBeVisible()
  })

  await test.step('what became of it since is told word by word', async () => {
    await hers.body.getByText('We meet on Thursday.').click()
    await hers.press('Home', 'Control+ArrowRight', 'Control+ArrowRight', 'Control+ArrowRight', 'ArrowRight')
    await hers.press('Control+Shift+ArrowRight')
    await hers.type('Monday')
    await expect(his.body).toContainText('Monday')
    await isSaved(priya)
    await jonas.keyboard.press('Alt+Shift+KeyH')
    await expect(jonas.getByRole('heading', { level: 1, name: 'History' })).toBeFocused()
    await expect(history.version('First draft')).toContainText('Priya')
    await expect(history.version('First draft')).toContainText('You')
    await history.look('Since then')
    await expect(history.came).toHaveText(['Monday'])
    await expect(history.went).toHaveText(['Thursday'])
    await isFineEverywhere(jonas)
    await history.look('Read it')
    await expect(history.reading.getByRole('document')).toContainText('We meet on Thursday. Bring tea.')
  })

  await test.step('restoring brings it back for both, while she has the page open', async () => {
    await history.restore()
    await expect(history.reading.getByText(/^Restored: First draft/)).toBeVisible()
    await expect(hers.body).toContainText('We meet on Thursday. Bring tea.')
    await expect(hers.capture('Two pairs of eyes')).toBeVisible()
    await expect(priya.getByText(/Jonas restored an older version/)).toBeVisible()
    await priya.reload()
    await expect(hers.body).toContainText('We meet on Thursday. Bring tea.')
  })

  await test.step('one step leads back, and it is the same after a reload', async () => {
    await history.reading.getByRole('button', { name: 'Go back' }).click()
    await expect(hers.body).toContainText('We meet on Monday. Bring tea.')
    await jonas.reload()
    await expect(history.version(/Before/)).not.toHaveCount(0)
    await jonas.getByRole('link', { name: 'How we review' }).last().click()
    await expect(his.body).toContainText('We meet on Monday. Bring tea.')
  })

  await test.step('whoever started the page erases its history by typing its title', async () => {
    await priya.goto(`${rondo.origin}/pages/${note.id}/history`)
    await priya.getByRole('button', { name: 'Erase the history for good' }).click()
    const dialog = priya.getByRole('dialog')
    const erase = dialog.getByRole('button', { name: 'Erase it for good' })
    await expect(erase).toBeDisabled()
    await dialog.getByLabel('Type the title of the page').fill('How we review')
    await erase.click()
    await expect(priya.getByText(/No version yet/)).toBeVisible()
    await priya.goto(`${rondo.origin}/pages/${note.id}`)
    await expect(hers.body).toContainText('We meet on Monday. Bring tea.')
  })
})
