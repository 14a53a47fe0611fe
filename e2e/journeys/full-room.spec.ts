import { listCaptures } from '@rondo/shared/capture/contract.ts'
import { createCircle, joinCircle } from '@rondo/shared/circle/contract.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import type { CaptureId, MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import { HOUR } from '@rondo/shared/kernel/time.ts'
import {
  answerRsvp,
  joinMeeting,
  listMeetings,
  readMeeting,
  scheduleMeeting,
  startMeeting,
  wrapMeeting,
} from '@rondo/shared/meeting/contract.ts'
import { currentRound } from '@rondo/shared/meeting/floor.ts'
import { passTurn } from '@rondo/shared/meeting/floor-contract.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import { giveAnswer, giveWorth, readSeat } from '@rondo/shared/seat/contract.ts'
import { CircleScreen } from '../screens/circle-screen.ts'
import { comeAsGuest } from '../screens/door.ts'
import { Room } from '../screens/room.ts'
import { enter } from '../world/browser-person.ts'
import { type DocumentClient, openDocument } from '../world/document-client.ts'
import { isFineEverywhere } from '../world/looks.ts'
import { type SeededPeople, seedPeople } from '../world/seeded-people.ts'
import { expect, test } from '../world/test.ts'
import { Visitor } from '../world/visitor.ts'
import { wav } from '../world/wav.ts'
import { freePort } from '../year/free-port.ts'
import { ToldServer } from '../year/told-server.ts'

const TITLE = 'How the parser finds its way'
/** Two in windows and one who is far away; the others are scripts. The third window is a guest's. */
const PEOPLE = 29
const CARRIED = ['Draw the call graph', 'Ask for the old grammar']

const VTT = `WEBVTT

00:00:00.000 --> 00:00:02.000
<v Speaker 1>Good morning everybody

00:00:03.000 --> 00:00:06.000
<v Speaker 2>It never backtracks at all
`

let seeded: SeededPeople
let server: ToldServer
test.beforeAll(async () => {
  // Each stock client waits for the end of this process.
  process.setMaxListeners(PEOPLE + 10)
  seeded = seedPeople(PEOPLE)
  server = new ToldServer(seeded.dataDir, await freePort(), Date.now())
  await server.start()
})
test.afterAll(async () => {
  await server.stop()
  seeded.dispose()
})

/** Somebody who has no window: a stock client in the page, and requests. */
interface Scripted {
  readonly visitor: Visitor
  readonly id: MemberId
  readonly name: string
  client?: DocumentClient
}

const introduced = async (visitor: Visitor): Promise<Scripted> => {
  const { id, name } = await visitor.me()
  return { visitor, id, name }
}

/** A meeting before this one, which leaves two next steps open. */
const holdTheOneBefore = async ({ visitor, id }: Scripted, circleId: string): Promise<void> => {
  const meeting = await visitor.ask(scheduleMeeting, {
    params: { circleId },
    body: {
      title: 'The one before',
      format: 'brown-bag',
      startsAt: server.now,
      segments: [{ title: 'Talk', minutes: 30 }],
      facilitatorId: id,
    },
  })
  const params = { meetingId: meeting.id }
  await visitor.ask(startMeeting, { params })
  const client = openDocument(visitor, meeting.documentId)
  await client.synced
  appendBlocks(
    client.doc,
    CARRIED.map((line) => ({
      type: 'capture',
      id: crypto.randomUUID() as string as CaptureId,
      kind: 'next',
      line,
      at: server.now,
    })),
  )
  const caught = () => visitor.ask(listCaptures, { query: { meetingId: meeting.id } })
  await expect.poll(async () => (await caught()).captures.length).toBe(CARRIED.length)
  client.close()
  await visitor.ask(wrapMeeting, { params, body: { noNextStep: false } })
}

test('thirty people hold a brown-bag, from its plan to its final page', async ({ browser }) => {
  test.setTimeout(300_000)
  const people = await Promise.all(
    seeded.cookies.map((cookie) => introduced(new Visitor(server.origin, cookie))),
  )
  const [host, second, away, ...scripted] = people
  if (host === undefined || second === undefined || away === undefined) throw new Error('Nobody came.')
  const circle = await host.visitor.ask(createCircle, {
    body: { name: 'Reading code', purpose: 'To read what we did not write.', timeZone: 'Europe/Berlin' },
  })
  const circleId = circle.id
  for (const { visitor } of [second, away, ...scripted])
    await visitor.ask(joinCircle, { params: { circleId } })
  await holdTheOneBefore(host, circleId)

  const lead = new Room(await enter(browser, host.visitor, `/circles/${circleId}`))
  let meetingId = '' as MeetingId
  let documentId = ''
  await test.step('it is scheduled on the screen, and one who cannot come answers before it begins', async () => {
    await new CircleScreen(lead.page).scheduleBrownBag(TITLE)
    const { meetings } = await host.visitor.ask(listMeetings, { params: { circleId } })
    const meeting = meetings.find(({ title }) => title === TITLE)
    if (meeting === undefined) throw new Error('It is not in the list.')
    meetingId = meeting.id
    documentId = (await host.visitor.ask(readMeeting, { params: { meetingId } })).documentId
    await away.visitor.ask(answerRsvp, { params: { meetingId }, body: { answer: 'own-time' } })
    await server.goTo(meeting.startsAt)
    const { prompts } = await away.visitor.ask(readSeat, { params: { meetingId } })
    const [first] = prompts
    if (first === undefined) throw new Error('Nothing is asked.')
    const body = { segmentId: first.segmentId, text: 'I read it on the train.', from: null }
    await away.visitor.ask(giveAnswer, { params: { meetingId }, body })
  })

  await lead.act('Start the meeting').click()
  await lead.isOn('Check-in')
  const other = new Room(await enter(browser, second.visitor, `/meetings/${meetingId}`))
  await other.isOn('Check-in')

  await test.step('everybody comes in, and a guest by a link', async () => {
    for (const one of scripted) {
      await one.visitor.ask(joinMeeting, { params: { meetingId } })
      one.client = openDocument(one.visitor, documentId)
      await one.client.synced
    }
    await expect(lead.agenda.getByText(`${PEOPLE - 1} here`)).toBeVisible()
  })
  const url = await lead.guestLink()
  const guest = await comeAsGuest(await (await browser.newContext()).newPage(), url, 'Mira Holm')
  await expect(lead.page.getByRole('region', { name: 'In the room' })).toContainText('Mira Holm (guest)')

  await test.step('thirty write, and everybody reads all of it', async () => {
    const said = scripted.map(({ name }) => `${name} wants to know why it never backtracks.`)
    scripted.forEach(({ client }, index) => {
      if (client !== undefined) appendBlocks(client.doc, [{ type: 'paragraph', line: said[index] ?? '' }])
    })
    await lead.notes.goBelow('Check-in')
    await lead.notes.type('The grammar fits on one page.')
    await guest.notes.goBelow('Questions')
    await guest.notes.press('Control+Alt+Digit3')
    await guest.notes.type('Who wrote the first one?')
    for (const room of [lead, other, guest])
      for (const words of [...said, 'The grammar fits on one page.', 'Who wrote the first one?'])
        await expect(room.notes.body).toContainText(words)
    await expect(lead.caught('Who wrote the first one?')).toContainText('Mira Holm (guest)')
  })

  await test.step('a round goes through twenty-nine seats, and the windows see where it is', async () => {
    await lead.agenda.getByRole('button', { name: 'Open a round' }).click()
    await lead.page.getByRole('menuitem', { name: '1 minute', exact: true }).click()
    const byId = new Map(people.map((person) => [person.id, person]))
    const windows = new Map([
      [host.id, lead],
      [second.id, other],
    ])
    const roundNow = async () => {
      const state = foldMeeting((await host.visitor.ask(readMeeting, { params: { meetingId } })).events)
      return state.phase === 'live' ? currentRound(state) : undefined
    }
    await expect.poll(async () => (await roundNow())?.seats.length).toBe(PEOPLE)
    for (let turn = 0; turn < PEOPLE; turn += 1) {
      const round = await roundNow()
      if (round?.holder == null) break
      const room = windows.get(round.holder)
      const person = byId.get(round.holder)
      if (room !== undefined || person === undefined) {
        await expect((room ?? guest).agenda.getByRole('img', { name: /You have the word/ })).toBeVisible()
        await (room ?? guest).page.keyboard.press('Alt+p')
        await expect.poll(async () => (await roundNow())?.seq).not.toBe(round.seq)
      } else {
        const body = { from: round.seq, had: true }
        await person.visitor.ask(passTurn, { params: { meetingId }, body })
      }
    }
    await expect(lead.agenda.getByText('Everybody had their turn')).toBeVisible()
    await expect(other.agenda.getByText('Everybody had their turn')).toBeVisible()
  })

  await test.step('two things are caught offline, keep their author, and come back', async () => {
    await other.page.context().setOffline(true)
    await other.notes.goBelow('Show and tell')
    await other.notes.press('Control+Alt+Digit1')
    await other.notes.type('We keep the hand-written parser')
    await other.notes.press('Enter', 'Enter')
    await other.notes.press('Control+Alt+Digit2')
    await other.notes.type('Write the second test')
    await lead.act('Next segment').click()
    await lead.isOn('From last time')
    await other.page.context().setOffline(false)
    const decision = lead.caught('We keep the hand-written parser')
    await expect(decision).toContainText(second.name.split(' ')[0] ?? '', { timeout: 30_000 })
    await expect(decision).toContainText('Decision')
    await expect(lead.caught('Write the second test')).toContainText('Next step')
    await other.isOn('From last time')
  })

  await test.step('of two steps that were carried along one is done, and so it is everywhere', async () => {
    const carried = (room: Room) => room.notes.body.getByRole('list', { name: 'From last time' })
    for (const step of CARRIED) await expect(carried(lead)).toContainText(step)
    await carried(other)
      .getByRole('checkbox', { name: CARRIED[0] ?? '' })
      .check()
    await expect(carried(lead).getByRole('checkbox', { name: CARRIED[0] ?? '' })).toBeChecked()
  })

  await test.step('the meeting is handed over and goes on; nobody’s screen is behind', async () => {
    await lead.handOver('Facilitator', second.name)
    await expect(other.act('Next segment')).toBeVisible()
    for (const segment of ['Show and tell', 'Questions', 'Next steps and close']) {
      await other.act('Next segment').click()
      for (const room of [lead, other, guest]) await room.isOn(segment)
    }
  })

  await test.step('wrapped up it is an article, and each is asked once whether it was worth it', async () => {
    await other.wrapUp()
    await expect(lead.page.getByRole('heading', { name: 'At a glance' })).toBeVisible()
    for (const { visitor } of scripted.slice(0, 6))
      await visitor.ask(giveWorth, { params: { meetingId }, body: { mark: 4 } })
    for (const { client } of scripted) client?.close()
  })

  await test.step('a recording and what was said in it stand beside the notes', async () => {
    await lead.page.getByRole('button', { name: 'Add a recording' }).click()
    const dialog = lead.page.getByRole('dialog')
    const file = { name: 'talk.wav', mimeType: 'audio/wav', buffer: wav(10) }
    await dialog.locator('input[type=file]').setInputFiles(file)
    await dialog.getByLabel('Everybody who can be heard or seen has agreed').check()
    await dialog.getByRole('button', { name: 'Add a recording' }).click()
    const recording = lead.page.getByRole('article', { name: 'talk.wav' })
    await expect(recording.getByText('This recording has no captions yet.')).toBeVisible({ timeout: 20_000 })
    const transcript = { name: 'talk.vtt', mimeType: 'text/vtt', buffer: Buffer.from(VTT) }
    await recording.locator('input[type=file]').setInputFiles(transcript)
    await expect(recording.getByRole('button', { name: /It never backtracks at all/ })).toBeVisible()
  })

  await test.step('who was away answers after it, and when the window closes the page is final', async () => {
    const { prompts } = await away.visitor.ask(readSeat, { params: { meetingId } })
    const last = prompts.filter(({ mine }) => mine === null).at(-1)
    if (last === undefined) throw new Error('Everything is answered.')
    const body = { segmentId: last.segmentId, text: 'I will write the third one.', from: null }
    await away.visitor.ask(giveAnswer, { params: { meetingId }, body })
    await server.goTo(server.now + 72 * HOUR)
    await lead.page.reload()
    await expect(lead.page.getByText(/^Final since/)).toBeVisible()
    for (const text of ['I read it on the train.', 'I will write the third one.'])
      await expect(lead.notes.body.locator('.doc-answer').filter({ hasText: text })).toContainText(
        away.name.split(' ')[0] ?? '',
      )
  })

  await test.step('a colleague who was away reads all of it, after a reload', async () => {
    const late = await enter(browser, away.visitor, `/meetings/${meetingId}`)
    await late.reload()
    const glance = late.getByRole('region', { name: 'At a glance' })
    await expect(glance.getByRole('list', { name: 'Decisions' })).toContainText('hand-written parser')
    await expect(glance.getByRole('list', { name: 'Next steps' })).toContainText('Write the second test')
    await expect(glance.getByRole('list', { name: 'Still open' })).toContainText('Who wrote the first one?')
    await expect(late.getByText(/^In the room:/)).toContainText('Mira Holm (guest)')
    await expect(late.getByText('It never backtracks at all')).toBeVisible()
    await isFineEverywhere(late, 'the final page of thirty people')
  })
})
