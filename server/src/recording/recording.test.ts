import { wrapMeeting } from '@rondo/shared/meeting/contract.ts'
import * as contract from '@rondo/shared/recording/contract.ts'
import { captionsAddress } from '@rondo/shared/recording/model.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { granted, refused } from '../journal/temporary-people.ts'
import { temporaryRecording } from './temporary-recording.ts'

let world: Awaited<ReturnType<typeof temporaryRecording>>
beforeEach(async () => {
  world = await temporaryRecording(['Ada', 'Ben', 'Eve'])
})
afterEach(() => world.close())

const VTT = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v Ana>Círculos grow <script>slowly</script>

00:00:05.000 --> 00:00:08.000
<v Ben>Pairing helps & we go on
`

const addLink = (meetingId: string, url = 'https://videos.example.org/talk', who = 0) =>
  world.ask(world.person(who), contract.addLink, { params: { meetingId }, body: { url, consent: true } })

const put = (recordingId: string, text = VTT, from = 0, who = 0) =>
  world.ask(world.person(who), contract.putTranscript, { params: { recordingId }, body: { text, from } })

const search = async (who: number, words: string, more: Record<string, string> = {}) =>
  granted(await world.ask(world.person(who), contract.searchTranscripts, { query: { words, ...more } }))
    .spoken

const withTranscript = async (seated = 2) => {
  const { meetingId, circleId } = await world.liveMeeting(seated)
  const { id } = granted(await addLink(meetingId))
  granted(await put(id))
  return { meetingId, circleId, recordingId: id }
}

test.each([
  'javascript:alert(1)',
  'http://videos.example.org/talk',
  'data:text/html,x',
  'https://user:secret@example.org/',
  'https://',
  '//example.org',
  'example.org',
])('%s is no link to a recording.', async (url) => {
  const { meetingId } = await world.liveMeeting(1)
  expect(refused(await addLink(meetingId, url))).toMatchObject({
    status: 400,
    errors: [{ field: 'url', detail: 'must be an address that begins with https://' }],
  })
})

test('Whoever adds a recording says that those in it agreed.', async () => {
  const { meetingId } = await world.liveMeeting(1)
  const body = { url: 'https://example.org/x' }
  const answer = await world.ask(world.person(0), contract.addLink, { params: { meetingId }, body })
  expect(refused(answer)).toMatchObject({ status: 400, errors: [{ field: 'consent' }] })
})

test('A meeting has several recordings, during it and after it, and none before.', async () => {
  const { meetingId } = await world.liveMeeting(2)
  granted(await addLink(meetingId))
  world.context.clock.advance(1000)
  granted(
    await world.ask(world.person(0), wrapMeeting, { params: { meetingId }, body: { noNextStep: true } }),
  )
  expect(granted(await addLink(meetingId, 'https://other.example.org/a', 1))).toMatchObject({
    label: 'other.example.org',
    file: null,
    startsAt: null,
    mayRemove: true,
  })
  const params = { meetingId }
  const answer = granted(await world.ask(world.person(1), contract.listRecordings, { params }))
  expect(answer.recordings.map(({ label, mayRemove }) => [label, mayRemove])).toEqual([
    ['videos.example.org', false],
    ['other.example.org', true],
  ])
  expect(refused(await addLink(meetingId, undefined, 2)).status).toBe(404)
})

test('A recording is taken out by whoever added it or a host, with all that was said.', async () => {
  const { recordingId } = await withTranscript()
  const params = { recordingId }
  const remove = (who: number) => world.ask(world.person(who), contract.removeRecording, { params })
  expect(refused(await remove(1))).toMatchObject({ status: 403, reason: 'recording.not-yours' })
  expect(refused(await remove(2)).status).toBe(404)
  granted(await remove(0))
  expect(await search(0, 'pairing')).toEqual([])
  expect(refused(await world.ask(world.person(0), contract.readTranscript, { params })).status).toBe(404)
})

test('Of two who say when a recording begins, or name a speaker, or add a transcript, the later is told.', async () => {
  const { recordingId } = await withTranscript()
  const begins = (startsAt: number, from: number | null) =>
    world.ask(world.person(0), contract.changeRecording, {
      params: { recordingId },
      body: { startsAt, from },
    })
  expect(granted(await begins(1_000_000, null)).startsAt).toBe(1_000_000)
  expect(refused(await begins(2_000_000, null))).toMatchObject({ status: 409 })
  const from = { name: 'Ana', memberId: null }
  const named = (name: string, memberId: string | null) =>
    world.ask(world.person(1), contract.renameSpeaker, {
      params: { recordingId, number: '1' },
      body: { name, memberId, from },
    })
  expect(refused(await named('Eve', world.person(2).memberId)).status).toBe(400)
  expect(granted(await named('Ada', world.person(0).memberId)).name).toBe('Ada')
  expect(refused(await named('Anna', null))).toMatchObject({
    status: 409,
    detail: 'Somebody named this speaker Ada meanwhile.',
  })
  expect(refused(await put(recordingId, VTT, 0))).toMatchObject({ status: 409 })
  expect(granted(await put(recordingId, VTT, 1)).version).toBe(2)
})

test('A transcript with nothing in it is refused, and the one before it stays.', async () => {
  const { recordingId } = await withTranscript()
  expect(refused(await put(recordingId, 'nothing here', 1))).toMatchObject({ reason: 'recording.no-cues' })
  const params = { recordingId }
  const { cues, version } = granted(await world.ask(world.person(1), contract.readTranscript, { params }))
  expect([version, cues.map(({ text }) => text)]).toEqual([
    1,
    ['Círculos grow <script>slowly</script>', 'Pairing helps & we go on'],
  ])
})

test('What was said is found by its beginning and without its accents, and shown with what was found.', async () => {
  const { meetingId, recordingId } = await withTranscript()
  expect(await search(1, 'circul')).toMatchObject([
    {
      meetingId,
      recordingId,
      start: 1000,
      speaker: 'Ana',
      parts: [
        { text: 'Círculos', isHit: true },
        { text: ' grow <script>slowly</script>', isHit: false },
      ],
    },
  ])
  expect(await search(1, 'PAIR help')).toHaveLength(1)
  expect(await search(1, 'pairing slowly')).toEqual([])
})

test.each(['"', '*', 'NEAR(', 'a" OR "b', 'text: x', '(((', '-x', '^x', '\\'])(
  'Searching for %j is answered.',
  async (words) => {
    await withTranscript()
    expect(await search(0, words)).toEqual([])
  },
)

test('A search finds what its asker may read, and nothing else.', async () => {
  const confidential = await withTranscript()
  const { meetingId } = await world.liveMeeting(1, 'open')
  const { id } = granted(await addLink(meetingId))
  granted(await put(id))
  expect((await search(2, 'pairing')).map(({ recordingId }) => recordingId)).toEqual([id])
  expect(await search(1, 'pairing')).toHaveLength(2)
  expect(await search(1, 'pairing', { circleId: confidential.circleId })).toHaveLength(1)
  expect(await search(2, 'pairing', { circleId: confidential.circleId })).toEqual([])
  expect(await search(1, 'pairing', { recordingId: id })).toHaveLength(1)
})

test('Captions are for those who may read, and hold text where there was markup.', async () => {
  const { recordingId } = await withTranscript()
  const ask = (who: number) =>
    world.app.request(captionsAddress(recordingId, 1), {
      headers: { 'x-asked-by': world.person(who).memberId },
    })
  expect((await ask(2)).status).toBe(404)
  const answer = await ask(1)
  expect(answer.headers.get('content-type')).toBe('text/vtt; charset=utf-8')
  expect(await answer.text()).toBe(`WEBVTT

00:00:01.000 --> 00:00:04.000
<v Ana>Círculos grow &lt;script&gt;slowly&lt;/script&gt;

00:00:05.000 --> 00:00:08.000
<v Ben>Pairing helps &amp; we go on
`)
})
