import { wrapMeeting } from '@rondo/shared/meeting/contract.ts'
import { Notes } from '../screens/notes.ts'
import { enter } from '../world/browser-person.ts'
import { holdMeeting } from '../world/live-meeting.ts'
import { isFineEverywhere } from '../world/looks.ts'
import { type Rondo, startRondo } from '../world/rondo.ts'
import { expect, test } from '../world/test.ts'
import { wav } from '../world/wav.ts'

let rondo: Rondo

test.beforeAll(async () => {
  rondo = await startRondo()
})
test.afterAll(() => rondo.dispose())

const VTT = `WEBVTT

00:00:00.000 --> 00:00:02.000
<v Priya>Good morning everybody

00:00:40.000 --> 00:00:44.000
<v Jonas>The grammar stays small

00:00:50.000 --> 00:00:49.000
<v Jonas>This one is broken
`

test('a recording and its transcript lead to the notes, and the notes to what was said', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const { owner, guest, meeting, path } = await holdMeeting(rondo.origin)
  const priya = await enter(browser, owner, path)
  const notes = new Notes(priya)
  await notes.body.click()
  await priya.keyboard.press('Control+End')
  await notes.press('Enter')
  await notes.choose('/decision', /Decision/)
  await notes.type('The grammar stays small')
  await expect(priya.getByRole('banner').getByRole('status')).toHaveText('Saved', { timeout: 15_000 })
  await owner.ask(wrapMeeting, { params: { meetingId: meeting.id }, body: { noNextStep: true } })
  await priya.reload()
  const recording = priya.getByRole('article', { name: 'talk.wav' })
  const player = recording.locator('audio')
  const placeOf = () => player.evaluate((audio: HTMLMediaElement) => Math.round(audio.currentTime))

  await test.step('a file is uploaded and says that it has no captions', async () => {
    await priya.getByRole('button', { name: 'Add a recording' }).click()
    const dialog = priya.getByRole('dialog')
    const file = { name: 'talk.wav', mimeType: 'audio/wav', buffer: wav(60) }
    await dialog.locator('input[type=file]').setInputFiles(file)
    await dialog.getByLabel('Everybody who can be heard or seen has agreed').check()
    await dialog.getByRole('button', { name: 'Add a recording' }).click()
    await expect(recording.getByText('This recording has no captions yet.')).toBeVisible({ timeout: 20_000 })
    await expect.poll(() => player.evaluate((audio: HTMLMediaElement) => Math.round(audio.duration))).toBe(60)
  })

  await test.step('its transcript says what was wrong with it, and is searched', async () => {
    const file = { name: 'talk.vtt', mimeType: 'text/vtt', buffer: Buffer.from(VTT) }
    await recording.locator('input[type=file]').setInputFiles(file)
    await expect(recording.getByRole('button', { name: /Good morning everybody/ })).toBeVisible()
    await recording.getByText('1 cue of the file was not right').click()
    await expect(recording.getByText('Cue 3 (line 9) ends before it begins. It was left out.')).toBeVisible()
    await recording.getByRole('searchbox').fill('gramm')
    await expect(recording.locator('mark')).toHaveText(['grammar'])
    await isFineEverywhere(priya)
    await recording.getByRole('searchbox').fill('')
  })

  await test.step('a cue leads to its place and to the notes of that moment', async () => {
    await recording.getByRole('button', { name: /The grammar stays small/ }).click()
    await expect.poll(placeOf).toBe(40)
    await expect(recording.getByRole('button', { name: /The grammar stays small/ })).toHaveAttribute(
      'aria-current',
      'true',
    )
    await expect(priya.locator('.doc-capture').getByText('The grammar stays small')).toBeInViewport()
  })

  await test.step('a capture leads to its moment, by its time and from the list', async () => {
    await priya.locator('.doc-capture-time').first().click()
    await expect.poll(placeOf).toBeLessThan(40)
    await recording.getByText('Go to a moment of the notes').click()
    await recording.getByRole('button', { name: /Decision: The grammar stays small/ }).press('Enter')
    await expect(recording.getByRole('button', { name: /Good morning everybody/ })).toBeVisible()
  })

  await test.step('a speaker gets a name, and who could not come is told of the recording', async () => {
    await recording.getByRole('button', { name: 'Name who speaks' }).click()
    const dialog = priya.getByRole('dialog')
    await dialog.getByLabel('Speaker 2').fill('Jonas Weber')
    await dialog.getByRole('button', { name: 'Save' }).nth(1).click()
    await expect(dialog.getByRole('button', { name: 'Save' }).nth(1)).toBeDisabled()
    await isFineEverywhere(priya)
    await priya.keyboard.press('Escape')
    await expect(recording.getByRole('button', { name: /Jonas Weber/ })).toBeVisible()
    const jonas = await enter(browser, guest, '/notifications')
    await expect(jonas.getByText('There is a recording of How the parser finds its way')).toBeVisible()
  })
})
