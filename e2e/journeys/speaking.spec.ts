import { createCircle } from '@rondo/shared/circle/contract.ts'
import { scheduleMeeting, startMeeting } from '@rondo/shared/meeting/contract.ts'
import { Room } from '../screens/room.ts'
import { enter } from '../world/browser-person.ts'
import { comeInvited, foundWorkspace } from '../world/people.ts'
import { type Rondo, startRondo } from '../world/rondo.ts'
import { type Browser, expect, test } from '../world/test.ts'
import type { Visitor } from '../world/visitor.ts'

let rondo: Rondo
test.beforeAll(async () => {
  rondo = await startRondo()
})
test.afterAll(() => rondo.dispose())

const roomFor = async (browser: Browser, visitor: Visitor, path: string): Promise<Room> => {
  const room = new Room(await enter(browser, visitor, path))
  await expect(room.act('Raise your hand')).toBeVisible()
  return room
}

const turn = (room: Room, sentence: string) => room.agenda.getByRole('img', { name: sentence })

test('a round goes from seat to seat by keys, passes over who is gone, and takes who comes late at the end', async ({
  browser,
}) => {
  const priya = await foundWorkspace(rondo.origin, 'Priya Raman')
  const about = { name: 'Reading code', purpose: 'To read what we did not write.', timeZone: 'Europe/Berlin' }
  const { id: circleId } = await priya.ask(createCircle, { body: about })
  const jonas = await comeInvited(priya, 'Jonas Weber', { circleId })
  const hana = await comeInvited(priya, 'Hana Sato', { circleId })
  const body = {
    title: 'How we talk',
    format: 'learning-circle',
    startsAt: Date.now(),
    segments: [{ title: 'Round', minutes: 10 }],
    facilitatorId: (await priya.me()).id,
  }
  const meeting = await priya.ask(scheduleMeeting, { params: { circleId }, body })
  await priya.ask(startMeeting, { params: { meetingId: meeting.id } })
  const path = `/meetings/${meeting.id}`

  const lead = await roomFor(browser, priya, path)
  const second = await roomFor(browser, jonas, path)
  const third = await roomFor(browser, hana, path)
  await expect(lead.agenda.getByText('3 here')).toBeVisible()

  const hands = lead.agenda.getByRole('list', { name: /^Hands/ }).getByRole('listitem')
  await second.page.keyboard.press('Alt+h')
  await expect(hands).toHaveCount(1)
  await third.page.keyboard.press('Alt+h')
  await expect(hands).toHaveText([/Jonas has a hand up/, /Hana has a hand up/])
  await lead.agenda.getByRole('button', { name: 'Give the word to Jonas' }).click()
  await expect(third.agenda.getByText('Jonas has the word.')).toBeVisible()
  await second.page.keyboard.press('Alt+p')
  await expect(third.agenda.getByText('Jonas has the word.')).toBeHidden()
  await third.page.keyboard.press('Alt+h')
  await expect(hands).toHaveCount(0)

  await lead.agenda.getByRole('button', { name: 'Open a round' }).click()
  await lead.page.getByRole('menuitem', { name: '2 minutes' }).click()
  await expect(turn(third, 'A round. Jonas has the word. You are next.')).toBeVisible()

  await third.page.context().close()
  await expect(turn(lead, 'A round. Jonas has the word. You are next.')).toBeVisible()
  await second.page.keyboard.press('Alt+p')
  await expect(turn(second, 'A round. Priya has the word. It is the last turn.')).toBeVisible()

  const leyla = await comeInvited(priya, 'Leyla Demir', { circleId })
  const late = await roomFor(browser, leyla, path)
  await expect(turn(lead, 'A round. You have the word. Leyla is next.')).toBeVisible()
  const back = await roomFor(browser, hana, path)
  await lead.page.keyboard.press('Alt+p')
  await expect(turn(late, 'A round. You have the word. Hana is next.')).toBeVisible()
  await late.page.keyboard.press('Alt+p')
  await expect(turn(back, 'A round. You have the word. It is the last turn.')).toBeVisible()
  await back.page.keyboard.press('Alt+p')
  await expect(lead.agenda.getByText('Everybody had their turn')).toBeVisible()
})
