import { createCircle, unseatMember } from '@rondo/shared/circle/contract.ts'
import { formatIn } from '@rondo/shared/format/presets.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { DAY } from '@rondo/shared/kernel/time.ts'
import { scheduleMeeting } from '@rondo/shared/meeting/contract.ts'
import { RotationScreen } from '../screens/rotation-screen.ts'
import { objections } from '../world/axe.ts'
import { enter } from '../world/browser-person.ts'
import { Keyboard } from '../world/keyboard.ts'
import { overhang } from '../world/looks.ts'
import { comeInvited, foundWorkspace } from '../world/people.ts'
import { type Rondo, startRondo } from '../world/rondo.ts'
import { expect, test } from '../world/test.ts'
import type { Visitor } from '../world/visitor.ts'

const WEEK = 7 * DAY

let rondo: Rondo

test.beforeAll(async () => {
  rondo = await startRondo()
})
test.afterAll(() => rondo.dispose())

/** Priya, who founded the workspace: in the first test of this file she did so, in the second she comes back. */
let founder: Visitor | undefined
const ownerOf = async (origin: string): Promise<Visitor> => {
  founder ??= await foundWorkspace(origin, 'Priya Raman')
  return founder
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** Four Thursdays' worth of meetings, at noon so that a day is the same day in every zone we use. */
const scheduleMonth = async (host: Visitor, circleId: CircleId): Promise<number[]> => {
  const { segments } = formatIn('en', 'brown-bag')
  const first = Math.ceil(Date.now() / DAY) * DAY + 2 * DAY + DAY / 2
  const starts = [0, 1, 2, 3].map((week) => first + week * WEEK)
  for (const startsAt of starts) {
    const body = { title: 'A chapter', format: 'brown-bag', startsAt, segments } as const
    await host.ask(scheduleMeeting, { params: { circleId }, body })
  }
  return starts
}

test('a month of rota goes round: two people watch, and nobody loses a turn', async ({ browser }) => {
  test.setTimeout(180_000)
  const owner = await ownerOf(rondo.origin)
  const { id: circleId } = await owner.ask(createCircle, {
    body: { name: 'Reading code', purpose: 'To read what we did not write.', timeZone: 'Europe/Berlin' },
  })
  const guest = await comeInvited(owner, 'Jonas Weber', { circleId })
  await comeInvited(owner, 'Leyla Demir', { circleId })
  const hana = await comeInvited(owner, 'Hana Sato', { circleId })
  const starts = await scheduleMonth(owner, circleId)
  const path = `/circles/${circleId}/rotation`
  const priya = new RotationScreen(await enter(browser, owner, path))
  const jonas = new RotationScreen(await enter(browser, guest, path))

  await test.step('both see who leads, each as themself', async () => {
    await priya.isLedBy('You', 'Jonas', 'Leyla', 'Hana')
    await jonas.isLedBy('Priya', 'You', 'Leyla', 'Hana')
  })

  await test.step('a holiday: whoever is away is passed over and comes as soon as they are back', async () => {
    const second = starts[1] ?? 0
    await jonas.sayAway(dayOf(second - DAY), dayOf(second + DAY))
    await priya.isLedBy('You', 'Leyla', 'Jonas', 'Hana')
    await expect(priya.meeting(1)).toContainText('Away: Jonas.')
  })

  await test.step('a swap waits for the other, and both see it happen', async () => {
    await priya.drag(priya.turn(0, 'Facilitator'), priya.turn(2, 'Facilitator'))
    await expect(priya.offers).toContainText('You asked Jonas to swap')
    await expect(jonas.turn(0, 'Facilitator')).toContainText('with you')
    await priya.isLedBy('You', 'Leyla', 'Jonas', 'Hana')
    await jonas.offers.getByRole('button', { name: 'Swap', exact: true }).click()
    await priya.isLedBy('Jonas', 'Leyla', 'You', 'Hana')
    await jonas.isLedBy('You', 'Leyla', 'Priya', 'Hana')
  })

  await test.step('a skip keeps the place at the head', async () => {
    await priya.act(1, 'Facilitator', 'Let Leyla skip once')
    await jonas.isLedBy('You', 'Hana', 'Priya', 'Leyla')
    await priya.turn(1, 'Facilitator').focus()
    await expect(priya.page.getByText('Leyla skips this one and stays first in line')).toBeVisible()
  })

  await test.step('a newcomer gets a place and disturbs nobody', async () => {
    await comeInvited(owner, 'Thiago Alves', { circleId })
    await expect(priya.grid.getByText('TA', { exact: true })).toBeVisible()
    await priya.isLedBy('Jonas', 'Hana', 'You', 'Leyla')
  })

  await test.step('a leaver is gone from every turn', async () => {
    const { id: memberId } = await hana.me()
    await owner.ask(unseatMember, { params: { circleId, memberId } })
    await expect(priya.grid).not.toContainText('Hana')
    await expect(jonas.grid).not.toContainText('Hana')
    await expect(jonas.turn(0, 'Facilitator')).toContainText('You')
  })

  await test.step('two at one turn: one wins, the other is told who, and can go on', async () => {
    const leader = await jonas.turn(3, 'Facilitator').locator('b').textContent()
    expect(['Leyla', 'Thiago']).toContain(leader)
    const held = Promise.withResolvers<void>()
    await jonas.page.route('**/volunteer', async (route) => {
      await held.promise
      await route.continue()
    })
    await jonas.act(3, 'Facilitator', 'Take it myself')
    await priya.act(3, 'Facilitator', 'Take it myself')
    await expect(priya.turn(3, 'Facilitator')).toContainText('You')
    held.resolve()
    await expect(jonas.page.getByRole('alert')).toContainText(
      /Priya Raman was faster. Facilitator on .*: now Priya/,
    )
    await expect(jonas.turn(3, 'Facilitator')).toContainText('Priya')
    await jonas.page.getByRole('button', { name: 'Understood' }).click()
    await expect(jonas.page.getByRole('alert')).toBeHidden()
  })
})

test('somebody without a mouse reads the rota, swaps and lets go, wide and at 360 pixels', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const owner = await ownerOf(rondo.origin)
  const { id: circleId } = await owner.ask(createCircle, {
    body: { name: 'By keys', purpose: 'To need no mouse.', timeZone: 'Europe/Berlin' },
  })
  await comeInvited(owner, 'Wanjiru Kamau', { circleId })
  await comeInvited(owner, 'Ada Lind', { circleId })
  await scheduleMonth(owner, circleId)
  const page = await enter(browser, owner, `/circles/${circleId}/rotation`)
  const rota = new RotationScreen(page)
  const keys = new Keyboard(page)

  await test.step('walks the table and hears why', async () => {
    await keys.goTo(rota.turn(0, 'Facilitator'))
    await expect(rota.turn(0, 'Facilitator')).toHaveAccessibleDescription(/in the order of joining/)
    await keys.press('ArrowDown')
    await expect(rota.turn(1, 'Facilitator')).toBeFocused()
    await expect(page.getByText('Why Wanjiru?')).toBeVisible()
    await keys.press('ArrowRight', 'ArrowUp', 'ArrowLeft')
    await expect(rota.turn(0, 'Facilitator')).toBeFocused()
  })

  await test.step('accepts the turn, and the focus comes back', async () => {
    await keys.press('Enter')
    await expect(page.getByRole('menuitem', { name: 'Accept this turn' })).toBeFocused()
    await keys.press('Enter')
    await expect(page.getByText(/^Accepted: Facilitator on/)).toBeAttached()
    await expect(rota.turn(0, 'Facilitator')).toBeFocused()
  })

  await test.step('carries it to somebody else, and takes the offer back', async () => {
    await keys.press('Enter')
    await expect(page.getByRole('menuitem', { name: 'Swap with…' })).toBeFocused()
    await keys.press('Enter')
    await expect(page.getByText('Choose whose turn you take for yours')).toBeVisible()
    await expect(rota.turn(0, 'Facilitator')).toBeFocused()
    await keys.press('ArrowDown')
    await expect(rota.turn(1, 'Facilitator')).toHaveAccessibleDescription(/Offer Wanjiru your/)
    await keys.press('Enter')
    await expect(rota.offers).toContainText('You asked Wanjiru to swap')
    await keys.use(rota.offers.getByRole('button', { name: 'Take it back' }))
    await expect(rota.offers).toBeHidden()
  })

  await test.step('Escape lets go of what was picked up', async () => {
    await keys.goTo(rota.turn(1, 'Facilitator'), 'Shift+Tab')
    await keys.press('ArrowUp', 'Enter')
    await expect(page.getByRole('menuitem', { name: 'Swap with…' })).toBeFocused()
    await keys.press('Enter')
    await expect(page.getByText('Choose whose turn you take for yours')).toBeVisible()
    await keys.press('Escape')
    await expect(page.getByText('Choose whose turn you take for yours')).toBeHidden()
    await expect(page.getByText('Let go. Nothing changed.')).toBeAttached()
  })

  await test.step('says when they are away', async () => {
    await keys.goTo(page.getByRole('button', { name: 'I’m away' }), 'Shift+Tab')
    await keys.press('Enter')
    const dialog = page.getByRole('dialog')
    await keys.goTo(dialog.getByLabel('First day'))
    await keys.type('12122030')
    await keys.use(dialog.getByRole('button', { name: 'Add these days' }))
    await expect(dialog.getByRole('list', { name: 'Your days away' })).toContainText('12 Dec 2030')
    await keys.press('Escape')
    await expect(dialog).toBeHidden()
    expect(await objections(page)).toEqual([])
  })

  await test.step('finds the same in a list at 360 pixels', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    const list = page.getByRole('list', { name: /^Who does what/ })
    await expect(list).toBeVisible()
    const mine = list.getByRole('button', { name: /^You.*Facilitator/ }).first()
    await keys.goTo(mine)
    await keys.press('Enter')
    await expect(page.getByRole('menuitem', { name: 'Swap with…' })).toBeVisible()
    await keys.press('Escape')
    await expect(mine).toBeFocused()
    expect(await overhang(page)).toBeLessThanOrEqual(0)
    expect(await objections(page)).toEqual([])
    await keys.use(page.getByRole('button', { name: 'Calendar' }))
    await expect(page.getByRole('table', { name: /^Who does what/ })).toBeVisible()
    expect(await objections(page)).toEqual([])
  })
})
