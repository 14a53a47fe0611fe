import { CircleScreen } from '../screens/circle-screen.ts'
import { acceptOnScreen, setUpOnScreen } from '../screens/door.ts'
import { Room } from '../screens/room.ts'
import { type Rondo, startRondo } from '../world/rondo.ts'
import { type Browser, expect, type Page, test } from '../world/test.ts'

const CIRCLE = 'Reading other people’s code'
const TITLE = 'How the parser finds its way'

let rondo: Rondo

test.beforeAll(async () => {
  rondo = await startRondo()
})
test.afterAll(() => rondo.dispose())

const newPage = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage()

/** Opens the meeting that is on from the page of its circle. */
const join = async (page: Page): Promise<Room> => {
  await page.getByRole('link', { name: 'Join', exact: true }).click()
  const room = new Room(page)
  await expect(room.notes.body).toBeVisible()
  return room
}

/** Timers of several screens, read at the same moment, agree. */
const timersAgree = async (rooms: readonly Room[]): Promise<void> => {
  const seconds = await Promise.all(rooms.map((room) => room.seconds()))
  expect(Math.max(...seconds) - Math.min(...seconds), seconds.join(' / ')).toBeLessThanOrEqual(1)
}

test('three people hold a brown-bag that writes its own show-notes', async ({ browser }) => {
  test.setTimeout(180_000)
  const [priya, jonas, amara] = [await newPage(browser), await newPage(browser), await newPage(browser)]

  await test.step('Priya sets up, starts a circle and invites two people by link', async () => {
    await setUpOnScreen(priya, rondo.origin, 'Priya Raman')
    const circle = await CircleScreen.start(
      priya,
      CIRCLE,
      'To read one piece of code we did not write, every week.',
    )
    await acceptOnScreen(jonas, await circle.invite(), 'Jonas Weber', CIRCLE)
    await acceptOnScreen(amara, await circle.invite(), 'Amara Okafor', CIRCLE)
    for (const name of ['You', 'Jonas Weber', 'Amara Okafor'])
      await expect(priya.getByRole('region', { name: 'Members' })).toContainText(name)
  })

  const room = new Room(priya)
  await test.step('a brown-bag comes from its format, and its page exists at once', async () => {
    await new CircleScreen(priya).scheduleBrownBag(TITLE)
    for (const segment of [
      'Check-in',
      'From last time',
      'Show and tell',
      'Questions',
      'Next steps and close',
    ]) {
      await expect(room.notes.segment(segment)).toBeVisible()
      await expect(room.agenda).toContainText(segment)
    }
    await room.act('Start the meeting').click()
    await room.isOn('Check-in')
  })

  const jonasRoom = await join(jonas)
  const amaraRoom = await join(amara)
  const everybody = [room, jonasRoom, amaraRoom]

  await test.step('three people write at once and see each other’s words, carets and names', async () => {
    await Promise.all([
      room.notes.goBelow('Check-in').then(() => room.notes.type('I want to know why it never backtracks.')),
      jonasRoom.notes
        .goBelow('Show and tell')
        .then(() => jonasRoom.notes.type('The grammar fits on one page.')),
      amaraRoom.notes
        .goBelow('Questions')
        .then(() => amaraRoom.notes.type('What does it do with a missing bracket')),
    ])
    for (const { notes } of everybody)
      for (const words of [
        'why it never backtracks.',
        'The grammar fits on one page.',
        'with a missing bracket',
      ])
        await expect(notes.body).toContainText(words)
    await expect(room.notes.caretOf('Jonas Weber')).toBeVisible()
    await expect(room.notes.caretOf('Amara Okafor')).toBeVisible()
    await expect(jonasRoom.notes.caretOf('Priya Raman')).toBeVisible()
    await expect(jonasRoom.notes.caretOf('Jonas Weber')).toBeHidden()
    await expect(room.agenda).toContainText('Jonas')
  })

  await test.step('captures by menu and by keys land in the panels of the others', async () => {
    await jonasRoom.notes.press('End', 'Enter')
    await jonasRoom.notes.choose('/dec', /Decision/)
    await jonasRoom.notes.type('We keep the hand-written parser')
    await jonasRoom.notes.press('Enter')
    await jonasRoom.notes.press('Control+Alt+Digit2')
    await jonasRoom.notes.type('Draw the call graph ')
    await jonasRoom.notes.choose('@ama', /Amara Okafor/)
    const step = jonasRoom.notes.capture('Draw the call graph')
    await step.getByRole('button', { name: 'By when?' }).click()
    await step.getByLabel('Due date of this step').fill('2031-12-04')
    await jonasRoom.notes.press('Enter')
    await amaraRoom.notes.press('Control+Alt+Digit3')
    await amaraRoom.notes.type('?')
    await room.notes.press('Enter')
    await room.notes.choose('/insight', /Insight/)
    await room.notes.type('One token of lookahead is enough')

    for (const watcher of everybody) {
      await expect(watcher.caught('We keep the hand-written parser')).toContainText('Decision')
      const caught = watcher.caught('Draw the call graph')
      await expect(caught).toContainText('Next step')
      await expect(caught).toContainText(watcher === amaraRoom ? 'You' : 'Amara')
      await expect(caught).toContainText('4 Dec')
      await expect(watcher.caught('with a missing bracket?')).toContainText('Question')
      await expect(watcher.caught('One token of lookahead')).toContainText('Insight')
    }
  })

  await test.step('the next segment is lit on every screen, and timers agree within a second', async () => {
    await expect(jonasRoom.act('Next segment')).toBeHidden()
    await room.act('Next segment').click()
    for (const watcher of everybody) await watcher.isOn('From last time')
    await timersAgree(everybody)
    await room.handOver('Facilitator', 'Jonas Weber')
    await expect(jonasRoom.act('Next segment')).toBeVisible()
    await expect(room.act('Next segment')).toBeHidden()
    await jonasRoom.act('Next segment').click()
    for (const watcher of everybody) {
      await watcher.isOn('Show and tell')
      await expect(watcher.bar).toContainText(watcher === jonasRoom ? 'You' : 'Jonas')
    }
    await timersAgree(everybody)
  })

  await test.step('a reloaded tab and a late joiner see what everybody sees', async () => {
    await amara.reload()
    const late = new Room(await amara.context().newPage())
    await late.page.goto(amara.url())
    for (const watcher of [amaraRoom, late]) {
      await watcher.isOn('Show and tell')
      await expect(watcher.notes.body).toContainText('The grammar fits on one page.')
      await expect(watcher.caught('We keep the hand-written parser')).toBeVisible()
      await expect(watcher.act('Next segment')).toBeHidden()
    }
    await timersAgree([jonasRoom, amaraRoom, late])
    await late.page.close()
  })

  await test.step('a page link by [[ makes a page, which is linked back', async () => {
    await amaraRoom.notes.goBelow('Next steps and close')
    await amaraRoom.notes.choose('See [[Parser notes', /Create the page “Parser notes”/)
    await expect(amaraRoom.notes.body.getByRole('link', { name: 'Parser notes' })).toBeVisible()
  })

  await test.step('wrapping up turns the same page into show-notes', async () => {
    await jonasRoom.wrapUp()
    // Amara is in the middle of a sentence: nobody takes it from her.
    await expect(amara.getByText('The meeting is wrapped up. Finish your sentence.')).toBeVisible()
    await amaraRoom.notes.type('before the next time')
    await amaraRoom.act('Read the show-notes').click()
    await expect(room.notes.body).toContainText('before the next time')
    for (const page of [priya, jonas, amara]) {
      await expect(page.getByRole('heading', { name: 'At a glance' })).toBeVisible()
      await expect(page.getByRole('heading', { name: TITLE })).toBeVisible()
      await expect(page.getByText(/^In the room:/)).toContainText('(led')
      for (const part of ['Decisions', 'Next steps', 'Still open'])
        await expect(page.getByRole('heading', { level: 3, name: part })).toBeVisible()
    }
  })

  await test.step('the show-notes say the same after a reload', async () => {
    await priya.reload()
    const glance = priya.getByRole('region', { name: 'At a glance' })
    await expect(glance.getByRole('list', { name: 'Decisions' })).toContainText(
      'We keep the hand-written parser',
    )
    await expect(glance.getByRole('list', { name: 'Next steps' })).toContainText('Draw the call graph')
    await expect(glance.getByRole('list', { name: 'Next steps' })).toContainText('Amara')
    await expect(glance.getByRole('list', { name: 'Still open' })).toContainText('with a missing bracket?')
    await expect(priya.getByText(/^In the room:/)).toContainText('Jonas')
    const segments = priya.getByRole('complementary', { name: 'About these notes' }).getByRole('listitem')
    await expect(segments.filter({ hasText: 'Show and tell' })).toContainText(/^\d:\d\d/)
    await expect(room.notes.body).toContainText('The grammar fits on one page.')
  })

  await test.step('the linked page names the show-notes it is linked from', async () => {
    await room.notes.body.getByRole('link', { name: 'Parser notes' }).click()
    await expect(priya.getByRole('heading', { name: 'Parser notes' })).toBeVisible()
    await priya.getByRole('link', { name: TITLE }).click()
    await expect(priya.getByRole('heading', { name: 'At a glance' })).toBeVisible()
  })

  const circle = new CircleScreen(jonas)
  await test.step('the circle lists what was caught, and a tick there changes the block in the notes', async () => {
    await jonas.getByRole('link', { name: CIRCLE }).first().click()
    await expect(circle.decisions).toContainText('We keep the hand-written parser')
    await expect(circle.questions).toContainText('with a missing bracket?')
    await expect(circle.nextSteps).toContainText('Draw the call graph')
    const block = room.notes.capture('Draw the call graph').getByRole('checkbox')
    await expect(block).not.toBeChecked()
    await circle.nextSteps.getByRole('checkbox', { name: 'Draw the call graph' }).check()
    await expect(block).toBeChecked()
    await expect(circle.nextSteps).not.toContainText('Draw the call graph')
    await priya.reload()
    await expect(block).toBeChecked()
    await room.notes.capture('Draw the call graph').getByRole('checkbox').uncheck()
    await expect(circle.nextSteps).toContainText('Draw the call graph')
  })

  await test.step('the next meeting shows what is open from last time and links both ways', async () => {
    await circle.scheduleBrownBag('The second one')
    const next = new Room(jonas)
    const carried = next.notes.body.getByRole('list', { name: 'From last time' })
    await expect(carried).toContainText('Draw the call graph')
    await expect(carried).toContainText('with a missing bracket?')
    await expect(carried).not.toContainText('We keep the hand-written parser')
    await next.page.reload()
    await expect(carried).toContainText('Draw the call graph')
    await priya.reload()
    await priya.getByRole('link', { name: /The second one/ }).click()
    await expect(new Room(priya).act('Start the meeting')).toBeVisible()
  })
})
