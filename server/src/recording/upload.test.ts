import { createHash } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import * as circle from '@rondo/shared/circle/contract.ts'
import type { FileId } from '@rondo/shared/kernel/id.ts'
import { DAY, HOUR } from '@rondo/shared/kernel/time.ts'
import { fileAddress, uploadAddress } from '@rondo/shared/media/model.ts'
import * as contract from '@rondo/shared/recording/contract.ts'
import * as tus from 'tus-js-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { granted, refused } from '../journal/temporary-people.ts'
import { sweep } from '../media/sweep.ts'
import type { Principal } from '../platform/http/http-app.ts'
import { MB, temporaryRecording, wav } from './temporary-recording.ts'

let world: Awaited<ReturnType<typeof temporaryRecording>>
beforeEach(async () => {
  world = await temporaryRecording(['Ada', 'Ben', 'Eve'])
})
afterEach(() => world.close())

const HERE = 'http://localhost:3000'
const as = ({ memberId }: Principal) => ({ origin: HERE, 'x-asked-by': memberId, 'tus-resumable': '1.0.0' })

const begin = async (meetingId: string, bytes: number, who = 0, label = 'talk.wav') =>
  world.ask(world.person(who), contract.beginUpload, {
    params: { meetingId },
    body: { label, bytes, consent: true },
  })

const patch = (
  id: FileId,
  offset: number,
  body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  who = 0,
) =>
  world.app.request(uploadAddress(id), {
    method: 'PATCH',
    headers: {
      ...as(world.person(who)),
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
    },
    body,
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  })

const head = async (id: FileId, who = 0) => {
  const answer = await world.app.request(uploadAddress(id), {
    method: 'HEAD',
    headers: as(world.person(who)),
  })
  return [answer.status, answer.headers.get('upload-offset'), answer.headers.get('upload-length')]
}

const listed = async (meetingId: string, who = 0) =>
  granted(await world.ask(world.person(who), contract.listRecordings, { params: { meetingId } }))

const read = (id: FileId, who = 0, headers: Record<string, string> = {}) =>
  world.app.request(fileAddress(id), { headers: { ...as(world.person(who)), ...headers } })

const keptNames = async (): Promise<string[]> => {
  const names: string[] = []
  for await (const { name } of world.context.files.list('media')) names.push(name)
  return names
}

/** A body that breaks off after some bytes. */
const broken = (bytes: Uint8Array): ReadableStream<Uint8Array> => {
  let left = bytes
  return new ReadableStream({
    pull: (controller) => {
      if (left.length === 0) return controller.error(new Error('cut'))
      controller.enqueue(left)
      left = new Uint8Array()
    },
  })
}

test('An upload is a recording with its last byte, and is read back byte for byte, in any span.', async () => {
  const { meetingId } = await world.liveMeeting(2)
  const file = wav(300_000)
  const { fileId } = granted(await begin(meetingId, file.length))
  expect((await listed(meetingId)).uploads).toMatchObject([{ fileId, received: 0 }])
  expect((await listed(meetingId, 1)).uploads).toEqual([])
  expect((await patch(fileId, 0, file.slice(0, 100_000))).headers.get('upload-offset')).toBe('100000')
  expect(await head(fileId)).toEqual([200, '100000', '300000'])
  expect((await read(fileId)).status).toBe(404)
  expect((await patch(fileId, 100_000, file.slice(100_000))).status).toBe(204)
  expect(await head(fileId)).toEqual([200, '300000', '300000'])
  const { recordings, uploads } = await listed(meetingId, 1)
  expect(uploads).toEqual([])
  expect(recordings).toMatchObject([
    { label: 'talk.wav', file: { id: fileId, type: 'audio/wav', bytes: 300_000 }, mayRemove: false },
  ])
  const whole = await read(fileId, 1)
  expect(new Uint8Array(await whole.arrayBuffer())).toEqual(file)
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
    'content-disposition': `inline; filename="talk.wav"; filename*=UTF-8''talk.wav`,
    'content-security-policy': expect.stringContaining('sandbox'),
    'content-type': 'audio/wav',
    'x-content-type-options': 'nosniff',
  })
  const span = await read(fileId, 1, { range: 'bytes=99990-100009' })
  expect([span.status, span.headers.get('content-range')]).toEqual([206, 'bytes 99990-100009/300000'])
  expect(new Uint8Array(await span.arrayBuffer())).toEqual(file.slice(99_990, 100_010))
  expect((await read(fileId, 1, { range: 'bytes=300000-' })).status).toBe(416)
  expect((await read(fileId, 1, { 'if-none-match': `"${fileId}"` })).status).toBe(304)
})

test('What somebody may not read does not exist, and access that ended is over at the next request.', async () => {
  const { circleId, meetingId } = await world.liveMeeting(2)
  const { fileId } = granted(await begin(meetingId, 100_000))
  expect((await patch(fileId, 0, wav(100_000), 1)).status).toBe(404)
  expect(await head(fileId, 2)).toEqual([404, null, null])
  await patch(fileId, 0, wav(100_000))
  const absent = await read('00000000-0000-4000-8000-000000000000' as FileId, 2)
  const hidden = await read(fileId, 2)
  expect([hidden.status, await hidden.text()]).toEqual([absent.status, await absent.text()])
  expect((await read(fileId, 1)).status).toBe(200)
  const params = { circleId, memberId: world.person(1).memberId }
  granted(await world.ask(world.person(0), circle.unseatMember, { params }))
  expect((await read(fileId, 1)).status).toBe(404)
  expect((await world.app.request(fileAddress(fileId))).status).toBe(401)
})

test('What broke off is kept as far as it came, and the upload goes on from there.', async () => {
  const { meetingId } = await world.liveMeeting(1)
  const file = wav(400_000)
  const { fileId } = granted(await begin(meetingId, file.length))
  await patch(fileId, 0, broken(file.slice(0, 150_000)))
  expect(await head(fileId)).toEqual([200, '150000', '400000'])
  await patch(fileId, 150_000, broken(file.slice(150_000, 150_010)))
  expect((await head(fileId))[1]).toBe('150000')
  const wrong = await patch(fileId, 0, file)
  expect([wrong.status, await wrong.json()]).toMatchObject([409, { reason: 'media.other-offset' }])
  await patch(fileId, 150_000, file.slice(150_000))
  const whole = new Uint8Array(await (await read(fileId)).arrayBuffer())
  expect(createHash('sha256').update(whole).digest('hex')).toBe(
    createHash('sha256').update(file).digest('hex'),
  )
})

test('Of two requests for one upload the later takes over, and no byte comes twice.', async () => {
  const { meetingId } = await world.liveMeeting(1)
  const file = wav(300_000)
  const { fileId } = granted(await begin(meetingId, file.length))
  let sent = (): void => {}
  const isSent = new Promise<void>((resolve) => {
    sent = resolve
  })
  const hanging = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(file.slice(0, 100_000)),
    pull: () => sent(),
  })
  const first = patch(fileId, 0, hanging)
  await isSent
  expect(await head(fileId)).toEqual([200, '100000', '300000'])
  expect((await first).headers.get('upload-offset')).toBe('100000')
  await patch(fileId, 100_000, file.slice(100_000))
  expect(new Uint8Array(await (await read(fileId)).arrayBuffer())).toEqual(file)
})

test('A script that is called a film is refused before any of it is kept.', async () => {
  const { meetingId } = await world.liveMeeting(1)
  const script = new TextEncoder().encode(`<html><script>alert(1)</script>${' '.repeat(100_000)}`)
  const { fileId } = granted(await begin(meetingId, script.length, 0, '../../film.mp4'))
  const answer = await patch(fileId, 0, script)
  expect([answer.status, await answer.json()]).toMatchObject([400, { reason: 'media.not-playable' }])
  expect(await keptNames()).toEqual([])
  expect(await listed(meetingId)).toMatchObject({ recordings: [], uploads: [] })
  const png = new Uint8Array(100)
  png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const picture = granted(await begin(meetingId, 100))
  expect((await patch(picture.fileId, 0, png)).status).toBe(400)
})

test('An upload over the limit is refused before it begins, by its length or for lack of room, and so is nothing.', async () => {
  const { meetingId } = await world.liveMeeting(1)
  expect(refused(await begin(meetingId, 5_000 * MB))).toMatchObject({
    status: 413,
    reason: 'media.file-too-large',
    detail: expect.stringContaining('50 MB at most'),
  })
  granted(await begin(meetingId, 50 * MB))
  granted(await begin(meetingId, 50 * MB))
  expect(refused(await begin(meetingId, 1))).toMatchObject({ status: 413, reason: 'media.no-room' })
  expect(refused(await begin(meetingId, 0)).status).toBe(400)
})

test('Of two who begin at once no more is promised than there is room.', async () => {
  const { meetingId } = await world.liveMeeting(1)
  const answers = await Promise.all(Array.from({ length: 4 }, () => begin(meetingId, 40 * MB)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(2)
})

test('Whoever sends more than was announced fills no disk.', async () => {
  const { meetingId } = await world.liveMeeting(1)
  const { fileId } = granted(await begin(meetingId, 100_000))
  let pulled = 0
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      pulled += 1
      controller.enqueue(pulled === 1 ? wav(65_536) : new Uint8Array(65_536))
    },
  })
  const answer = await patch(fileId, 0, endless)
  expect([answer.status, await answer.json()]).toMatchObject([413, { reason: 'media.longer-than-announced' }])
  expect(pulled).toBeLessThan(10)
  expect(await keptNames()).toEqual([])
  const declared = await world.app.request(uploadAddress(fileId), {
    method: 'PATCH',
    headers: {
      ...as(world.person(0)),
      'content-type': 'application/offset+octet-stream',
      'upload-offset': '0',
      'content-length': String(5_000 * MB),
    },
    body: wav(100),
  })
  expect(declared.status).toBe(413)
})

test('An archive during an upload loses nothing: what was begun is finished and read.', async () => {
  const { circleId, meetingId } = await world.liveMeeting(1)
  const file = wav(200_000)
  const { fileId } = granted(await begin(meetingId, file.length))
  await patch(fileId, 0, file.slice(0, 100_000))
  await world.context.db.writer
    .updateTable('circle')
    .set({ status: 'archived' })
    .where('id', '=', circleId)
    .execute()
  expect((await patch(fileId, 100_000, file.slice(100_000))).status).toBe(204)
  expect((await listed(meetingId)).recordings).toHaveLength(1)
  expect(refused(await begin(meetingId, 10)).status).toBe(403)
})

test('What nobody goes on with, refers to or names is swept after a day, and nothing else.', async () => {
  const { meetingId } = await world.liveMeeting(1)
  const { clock, files } = world.context
  const kept = granted(await begin(meetingId, 100_000)).fileId
  await patch(kept, 0, wav(100_000))
  const removed = granted(await begin(meetingId, 100_000)).fileId
  await patch(removed, 0, wav(100_000))
  const unfinished = granted(await begin(meetingId, 300_000)).fileId
  await patch(unfinished, 0, wav(100_000))
  await files.put('media/00000000-0000-4000-8000-000000000000/lost', [new Uint8Array(3)] as never)
  const gone = (await listed(meetingId)).recordings.find(({ file }) => file?.id === removed)
  const params = { recordingId: gone?.id ?? '' }
  granted(await world.ask(world.person(0), contract.removeRecording, { params }))
  clock.advance(DAY - HOUR)
  await sweep(world.context, clock.now())
  expect(await keptNames()).toHaveLength(4)
  clock.advance(2 * HOUR)
  await sweep(world.context, clock.now())
  expect(await keptNames()).toEqual([expect.stringContaining(kept)])
  expect((await read(kept)).status).toBe(200)
  expect(await head(unfinished)).toEqual([404, null, null])
})

test('An upload can be taken back.', async () => {
  const { meetingId } = await world.liveMeeting(1)
  const { fileId } = granted(await begin(meetingId, 300_000))
  await patch(fileId, 0, wav(100_000))
  const answer = await world.app.request(uploadAddress(fileId), {
    method: 'DELETE',
    headers: as(world.person(0)),
  })
  expect(answer.status).toBe(204)
  expect(await keptNames()).toEqual([])
})

test('The client that tus itself offers brings a file, and goes on with one that was cut.', async () => {
  const { meetingId } = await world.liveMeeting(1)
  const file = wav(700_000)
  const { fileId } = granted(await begin(meetingId, file.length))
  await patch(fileId, 0, file.slice(0, 200_000))
  const server = createAdaptorServer({ fetch: world.app.fetch }) as Server
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    await new Promise<void>((resolve, reject) =>
      new tus.Upload(Buffer.from(file), {
        uploadUrl: `http://127.0.0.1:${port}${uploadAddress(fileId)}`,
        headers: { origin: HERE, 'x-asked-by': world.person(0).memberId },
        chunkSize: 200_000,
        retryDelays: null,
        onSuccess: () => resolve(),
        onError: reject,
      }).start(),
    )
    expect(new Uint8Array(await (await read(fileId)).arrayBuffer())).toEqual(file)
  } finally {
    server.close()
  }
})
