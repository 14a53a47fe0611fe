import { createPage } from '@rondo/shared/page/contract.ts'
import { coloursIn, DrawingScreen, pasteStripes, storedPictures } from '../screens/image-screen.ts'
import { Notes } from '../screens/notes.ts'
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

/** What is hidden on the picture, and what of it must then have one colour. */
const HIDDEN = { x: 16, y: 16, width: 110, height: 80 }
const INSIDE = { x: 18, y: 18, width: 106, height: 76 }
const BESIDE = { x: 240, y: 200, width: 120, height: 80 }

test('a screenshot is pasted, described and drawn on; what was hidden is in no file', async ({ browser }) => {
  test.setTimeout(180_000)
  const owner = await foundWorkspace(rondo.origin, 'Priya Raman')
  const guest = await comeInvited(owner, 'Jonas Weber')
  const note = await owner.ask(createPage, { body: { title: 'How to read the log', circleId: null } })
  const priya = await enter(browser, owner, `/pages/${note.id}`)
  const jonas = await enter(browser, guest, `/pages/${note.id}`)
  const [hers, his] = [new Notes(priya), new Notes(jonas)]
  const picture = (notes: Notes) => notes.body.getByRole('img')

  await test.step('it stands in the page for both, and asks what it shows', async () => {
    await hers.body.click()
    await hers.type('Look here')
    await pasteStripes(hers.body)
    await expect(picture(hers)).toHaveAttribute('width', '400')
    await expect(picture(his)).toHaveAccessibleName('An image that nobody has described yet')
    await hers.body.getByLabel('What does this image show?').fill('The log of a failed build')
    await priya.keyboard.press('Enter')
    await expect(picture(his)).toHaveAccessibleName('The log of a failed build')
  })

  const before = await storedPictures(rondo.dataDir)
  await test.step('as it came, everything is in the file', async () => {
    expect(before.size).toBe(1)
    for (const bytes of before.values()) expect(await coloursIn(priya, bytes, INSIDE)).toBeGreaterThan(10)
  })

  await test.step('she hides a part by mouse and adds an arrow by keys', async () => {
    await hers.body.getByRole('button', { name: 'Draw on it' }).click()
    const drawing = new DrawingScreen(priya)
    await expect(drawing.board).toBeVisible()
    await drawing.choose('Hide')
    await drawing.draw(priya, HIDDEN)
    await expect(drawing.shape('Hidden area 1')).toBeVisible()
    await drawing.dialog.getByRole('button', { name: 'Arrow', exact: true }).press('Enter')
    await expect(drawing.shape('Arrow 1')).toBeFocused()
    await priya.keyboard.press('ArrowDown')
    await priya.keyboard.press('Delete')
    await expect(drawing.shape('Arrow 1')).toHaveCount(0)
    await priya.keyboard.press('Control+z')
    await expect(drawing.shape('Arrow 1')).toBeVisible()
    await isFineEverywhere(priya, 'drawing')
    await drawing.dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(drawing.dialog).toBeHidden()
  })

  await test.step('the other sees it, after a reload too, and no file holds what was hidden', async () => {
    const [old = ''] = before.keys()
    await expect(picture(his)).not.toHaveAttribute('src', new RegExp(old))
    await jonas.reload()
    await expect(picture(his)).toHaveAccessibleName('The log of a failed build')
    await expect.poll(() => picture(his).evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(400)
    const after = await storedPictures(rondo.dataDir)
    expect([...after.keys()]).not.toContain(old)
    expect(after.size).toBe(1)
    for (const bytes of after.values()) {
      expect(await coloursIn(jonas, bytes, INSIDE)).toBe(1)
      expect(await coloursIn(jonas, bytes, BESIDE)).toBeGreaterThan(10)
    }
    await isFineEverywhere(priya, 'a page with an image')
  })
})
