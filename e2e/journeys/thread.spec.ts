import { createCircle } from '@rondo/shared/circle/contract.ts'
import { CircleScreen } from '../screens/circle-screen.ts'
import { enter } from '../world/browser-person.ts'
import { comeInvited, foundWorkspace } from '../world/people.ts'
import { type Rondo, startRondo } from '../world/rondo.ts'
import { expect, type Page, test } from '../world/test.ts'

const TITLE = 'What makes code easy to enter?'

let rondo: Rondo

test.beforeAll(async () => {
  rondo = await startRondo()
})
test.afterAll(() => rondo.dispose())

const answerOf = (page: Page) => page.getByLabel('Your answer', { exact: true })
const postsOf = (page: Page) => page.getByRole('list', { name: 'Posts' }).getByRole('article')
const rowOf = (page: Page) => page.getByRole('main').getByRole('link', { name: TITLE })

test('two people talk in a thread, live and in their own time', async ({ browser }) => {
  const owner = await foundWorkspace(rondo.origin, 'Priya Raman')
  const circle = await owner.ask(createCircle, {
    body: { name: 'Reading code', purpose: 'To read what we did not write.', timeZone: 'Europe/Berlin' },
  })
  const guest = await comeInvited(owner, 'Jonas Weber', { circleId: circle.id })
  const priya = await enter(browser, owner, `/circles/${circle.id}`)
  const jonas = await enter(browser, guest, '/threads')

  await test.step('a thread is started from the circle, and somebody is called by name', async () => {
    await new CircleScreen(priya).threads.getByRole('button', { name: 'Start one' }).click()
    await priya.getByLabel('Your question or topic').fill(TITLE)
    const body = priya.getByLabel('What belongs to it', { exact: true })
    await body.pressSequentially('I get lost in the first file. @Jon')
    await expect(priya.getByRole('option', { name: 'Jonas Weber' })).toBeVisible()
    await body.press('Enter')
    await body.pressSequentially('how do you begin?')
    await priya.getByRole('button', { name: 'Send' }).click()
    await expect(priya.getByRole('heading', { name: TITLE })).toBeVisible()
    await expect(postsOf(priya)).toContainText(['Jonas Weber'])
  })

  await test.step('whoever is called sees it at once, as new and as theirs', async () => {
    await expect(rowOf(jonas)).toContainText('1 new')
    await expect(rowOf(jonas)).toContainText('mentions you')
    const places = jonas.getByRole('navigation', { name: 'Main', exact: true })
    await expect(places.getByRole('link', { name: /Threads/ })).toContainText('1')
    await rowOf(jonas).click()
    await expect(postsOf(jonas)).toHaveCount(1)
    await expect(places.getByRole('link', { name: /Threads/ })).not.toContainText('1')
  })

  await test.step('a reply quotes what it answers and arrives without a reload', async () => {
    await jonas.getByRole('button', { name: 'Reply to Priya Raman' }).click()
    await expect(answerOf(jonas)).toBeFocused()
    await answerOf(jonas).pressSequentially('At the tests: they say what it is for.')
    await answerOf(jonas).press('Control+Enter')
    await expect(answerOf(jonas)).toHaveValue('')
    const reply = postsOf(priya).filter({ hasText: 'At the tests' })
    await expect(reply).toContainText('I get lost in the first file.')
    await priya.reload()
    await expect(reply).toContainText('I get lost in the first file.')
  })

  await test.step('a draft survives a closed tab and is sent from the circle', async () => {
    await answerOf(priya).pressSequentially('Good, I will begin')
    await expect(priya.getByText('Draft, kept in this browser until you send it.')).toBeVisible()
    const again = await priya.context().newPage()
    await priya.close()
    await again.goto(`${rondo.origin}/circles/${circle.id}`)
    await expect(answerOf(again)).toHaveValue('Good, I will begin')
    await answerOf(again).press('End')
    await answerOf(again).pressSequentially(' with those.')
    await answerOf(again).press('Control+Enter')
    await expect(answerOf(again)).toHaveValue('')
    await expect(postsOf(jonas)).toContainText([
      'I get lost',
      'At the tests',
      'Good, I will begin with those.',
    ])
    await jonas.reload()
    await expect(postsOf(jonas)).toHaveCount(3)
  })
})
