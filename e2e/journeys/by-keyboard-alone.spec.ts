import { listCircles, seatMember } from '@rondo/shared/circle/contract.ts'
import { Room } from '../screens/room.ts'
import { Keyboard } from '../world/keyboard.ts'
import { addressFor, comeInvited, foundWorkspace, PASSWORD } from '../world/people.ts'
import { type Rondo, startRondo } from '../world/rondo.ts'
import { expect, test } from '../world/test.ts'

let rondo: Rondo

test.beforeAll(async () => {
  rondo = await startRondo()
})
test.afterAll(() => rondo.dispose())

test('somebody without a mouse signs in, holds a meeting and reads its show-notes', async ({ page }) => {
  test.setTimeout(150_000)
  const owner = await foundWorkspace(rondo.origin, 'Priya Raman')
  const jonas = await comeInvited(owner, 'Jonas Weber')
  const keys = new Keyboard(page)
  const button = (name: string) => page.getByRole('button', { name, exact: true })

  await test.step('signs in', async () => {
    await page.goto(rondo.origin)
    await keys.goTo(page.getByLabel('E-mail'))
    await keys.type(addressFor('Priya Raman'))
    await keys.goTo(page.getByLabel('Password', { exact: true }))
    await keys.type(PASSWORD)
    await keys.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Priya')
  })

  await test.step('skips the rail, and starts a circle', async () => {
    await keys.use(page.getByRole('link', { name: 'Skip to content' }))
    await expect(page.getByRole('main')).toBeFocused()
    await keys.use(page.getByRole('link', { name: 'Start a circle' }).first())
    await keys.goTo(page.getByLabel('Name', { exact: true }))
    await keys.type('By keys')
    await keys.goTo(page.getByLabel('Purpose'))
    await keys.type('To need no mouse.')
    await keys.use(button('Start the circle'))
    await expect(page.getByRole('heading', { level: 1, name: 'By keys' })).toBeVisible()
  })

  const { circles } = await owner.ask(listCircles)
  const circle = circles.find(({ name }) => name === 'By keys')
  if (!circle) throw new Error('The circle was not made.')
  const { id: memberId } = await jonas.me()
  await owner.ask(seatMember, { params: { circleId: circle.id }, body: { memberId } })

  const room = new Room(page)
  await test.step('schedules a meeting and starts it', async () => {
    await keys.use(page.getByRole('link', { name: 'Schedule a meeting' }))
    await keys.goTo(page.getByLabel('Title', { exact: true }))
    await keys.type('Without a mouse')
    await keys.press('Enter')
    await expect(page.getByRole('heading', { name: 'Without a mouse' })).toBeVisible()
    await keys.use(room.act('Start the meeting'))
    await room.isOn('Check-in')
  })

  await test.step('writes, captures and names somebody; Escape leaves a menu, then the text', async () => {
    const { notes } = room
    await keys.goTo(notes.body, 'Shift+Tab')
    await keys.press('Control+End')
    await keys.type('I am here, with ')
    await notes.choose('@jon', /Jonas Weber/)
    await keys.press('Enter')
    await notes.choose('/dec', /Decision/)
    await keys.type('Keys for everything')
    await keys.press('Enter')
    await notes.choose('/next', /Next step/)
    await keys.type('Print the list of keys ')
    await notes.choose('@pri', /Priya Raman/)
    await keys.press('Enter')
    await expect(room.caught('Keys for everything')).toContainText('Decision')
    await expect(room.caught('Print the list of keys')).toContainText('You')

    await keys.type('/')
    const menu = page.getByRole('listbox', { name: 'Blocks and captures' })
    await expect(menu).toBeVisible()
    const active = await notes.body.getAttribute('aria-activedescendant')
    await expect(page.locator(`[id="${active}"]`)).toHaveAttribute('aria-selected', 'true')
    await keys.press('ArrowDown')
    await expect(notes.body).not.toHaveAttribute('aria-activedescendant', active ?? '')
    await keys.press('Escape')
    await expect(menu).toBeHidden()
    await expect(notes.body).toBeFocused()
    await keys.press('Backspace', 'Escape')
    await expect(notes.body).not.toBeFocused()
  })

  await test.step('moves the light, hands a role over and wraps up', async () => {
    await keys.use(room.act('Next segment'))
    await room.isOn('From last time')
    await keys.goTo(room.act('Hand over'), 'Shift+Tab')
    await keys.press('Enter')
    const dialog = page.getByRole('dialog')
    await keys.goTo(dialog.getByRole('radio', { name: /Facilitator/ }))
    await keys.press('ArrowDown', 'ArrowDown')
    await expect(dialog.getByRole('radio', { name: /Note-taker/ })).toBeChecked()
    await keys.goTo(dialog.getByRole('combobox', { name: 'To whom' }))
    await keys.press('ArrowDown')
    await expect(page.getByRole('option', { name: 'Jonas Weber' })).toBeVisible()
    for (let steps = 0; steps < 3; steps++) {
      const chosen = page.getByRole('option', { name: 'Jonas Weber' })
      if ((await chosen.getAttribute('data-combobox-selected')) === 'true') break
      await keys.press('ArrowDown')
    }
    await keys.press('Enter')
    await keys.use(dialog.getByRole('button', { name: 'Hand over' }))
    await expect(dialog).toBeHidden()
    await expect(room.bar).toContainText('Jonas')

    await keys.goTo(room.act('Wrap up'))
    await keys.press('Enter')
    await keys.use(dialog.getByRole('button', { name: 'Wrap up' }))
    await expect(page.getByRole('heading', { name: 'At a glance' })).toBeVisible()
  })

  await test.step('reads the show-notes and ticks a step in them', async () => {
    const step = page.getByRole('list', { name: 'Next steps' }).getByRole('checkbox')
    await keys.goTo(step)
    await keys.press('Space')
    await expect(step).toBeChecked()
    await page.reload()
    await expect(step).toBeChecked()
    await expect(page.getByText(/^In the room:/)).toContainText('you')
    await expect(page.getByRole('list', { name: 'Decisions' })).toContainText('Keys for everything')
  })
})
