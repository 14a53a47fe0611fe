import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCircle } from '@rondo/shared/circle/contract.ts'
import { HOUR } from '@rondo/shared/kernel/time.ts'
import { answerRsvp, scheduleMeeting, startMeeting } from '@rondo/shared/meeting/contract.ts'
import { enter } from '../world/browser-person.ts'
import { isFineEverywhere } from '../world/looks.ts'
import { comeInvited, foundWorkspace } from '../world/people.ts'
import { expect, type Page, test } from '../world/test.ts'
import { freePort } from '../year/free-port.ts'
import { ToldServer } from '../year/told-server.ts'

/** Thursday 26 November 2026, 17:00 in Berlin. */
const STARTS = Date.UTC(2026, 10, 26, 16)

let server: ToldServer
let dataDir: string
test.beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'rondo-own-time-'))
  server = new ToldServer(dataDir, await freePort(), STARTS - 20 * HOUR)
  await server.start()
})
test.afterAll(async () => {
  await server.stop()
  await rm(dataDir, { recursive: true })
})

const answer = async (page: Page, part: string, text: string): Promise<void> => {
  const prompt = page.locator('.prompt').filter({ has: page.getByRole('heading', { name: part }) })
  await prompt.getByRole('textbox').fill(text)
  await prompt.getByRole('button', { name: 'Give this answer' }).click()
  await expect(prompt.getByText(text)).toBeVisible()
}

test('somebody who cannot come answers before and after, and the page becomes final', async ({ browser }) => {
  test.setTimeout(120_000)
  const priya = await foundWorkspace(server.origin)
  const body = { name: 'Reading code', purpose: 'To read what we did not write.', timeZone: 'Europe/Berlin' }
  const circle = await priya.ask(createCircle, { body })
  const wanjiru = await comeInvited(priya, 'Wanjiru Kamau', {
    circleId: circle.id,
    timeZone: 'Africa/Nairobi',
  })
  const segments = [
    { title: 'Check-in', minutes: 5, prompt: 'What brings you here?' },
    { title: 'Round', minutes: 20, prompt: 'What surprised you?' },
    { title: 'Close', minutes: 5 },
  ]
  const facilitatorId = circle.seats[0]?.memberId
  const plan = {
    title: 'How Redis forgets',
    format: 'brown-bag',
    startsAt: STARTS,
    segments,
    facilitatorId,
  } as const
  const meeting = await priya.ask(scheduleMeeting, { params: { circleId: circle.id }, body: plan })
  const params = { meetingId: meeting.id }
  await wanjiru.ask(answerRsvp, { params, body: { answer: 'own-time' } })
  const path = `/meetings/${meeting.id}`
  const afar = await enter(browser, wanjiru)

  await test.step('Today says how long there is, and a closed tab keeps what was begun', async () => {
    await expect(
      afar.getByText(/Open until Sat 28 Nov, 17:00 Berlin, (Sat 28 Nov, )?19:00 for you/),
    ).toBeVisible()
    await isFineEverywhere(afar, 'Today with an own-time seat')
    await afar.getByRole('link', { name: 'Answer', exact: true }).click()
    await afar.getByRole('textbox', { name: 'Round' }).fill('The teardown runs')
    await afar.close()
  })

  const again = await enter(browser, wanjiru, path)
  await test.step('she answers before the meeting, and nobody reads it yet', async () => {
    await answer(again, 'Check-in', 'Ten years of caches.')
    await isFineEverywhere(again, 'answering in one’s own time')
  })

  await server.goTo(STARTS)
  await priya.ask(startMeeting, { params })
  const room = await enter(browser, priya, path)
  await test.step('in the room her answer stands under its part when it is that part’s turn', async () => {
    const lanes = room.getByRole('region', { name: 'Answered in people’s own time: Check-in' })
    await expect(lanes).toContainText('Ten years of caches.')
    await expect(room.getByText('In their own time: Wanjiru')).toBeVisible()
  })

  await test.step('whoever wraps up sees who leads next, and everybody who was there is asked one question each', async () => {
    await room.getByRole('button', { name: 'Wrap up', exact: true }).click()
    await expect(room.getByRole('dialog')).toContainText('No next meeting is scheduled')
    await room.getByRole('button', { name: 'There is none, wrap up' }).click()
    await room.getByLabel('Your smallest next step?').fill('Draw the map of expiry.')
    await room.getByRole('button', { name: 'Take it', exact: true }).click()
    await expect(room.locator('.doc-capture').filter({ hasText: 'Draw the map of expiry.' })).toBeVisible()
    await room.getByRole('button', { name: '4 of 5' }).click()
    await expect(room.getByText('Counted, without your name.')).toBeVisible()
    await isFineEverywhere(room, 'the questions at the end')
  })

  await test.step('she reads what she missed, answers the rest, and puts the catch-up away', async () => {
    await again.reload()
    const missed = again.getByRole('region', { name: 'What you missed' })
    await expect(missed).toContainText('questions wait for your answer.')
    await answer(again, 'Round', 'The teardown runs in reverse order.')
    await missed.getByRole('button', { name: 'Read', exact: true }).click()
    await expect(missed).toBeHidden()
  })

  await test.step('when the window closes her answers stand in the page, and it is final', async () => {
    await server.goTo(STARTS + 48 * HOUR)
    await expect(again.locator('.doc-answer').filter({ hasText: 'reverse order.' })).toContainText('Wanjiru')
    await expect(again.getByText(/Final since Sat 28 Nov, 17:00 Berlin/)).toBeVisible()
    await expect(room.getByText('Not in the room, but answered: Wanjiru')).toBeVisible()
    await expect(again.getByText('Changed after it was final.')).toBeHidden()
    await isFineEverywhere(again, 'a final page')
  })
})
