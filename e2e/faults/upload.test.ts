import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileAddress, uploadAddress } from '@rondo/shared/media/model.ts'
import { beginUpload, listRecordings } from '@rondo/shared/recording/contract.ts'
import { afterEach, describe, expect, it } from 'vitest'
import { holdMeeting } from '../world/live-meeting.ts'
import { type Rondo, startRondo } from '../world/rondo.ts'
import type { Visitor } from '../world/visitor.ts'
import { wav } from '../world/wav.ts'

let rondo: Rondo
afterEach(() => rondo.dispose())

const BYTES = 5_000_000
const CHUNK = 1_000_000

const film = (): Buffer => Buffer.concat([wav(1), randomBytes(BYTES - wav(1).length)])

const headersOf = (who: Visitor) => ({
  cookie: who.cookie,
  origin: who.origin,
  'tus-resumable': '1.0.0',
})

const bring = (who: Visitor, address: string, offset: number, body: Buffer | ReadableStream) =>
  fetch(`${who.origin}${address}`, {
    method: 'PATCH',
    headers: {
      ...headersOf(who),
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
    },
    body,
    duplex: 'half',
  } as RequestInit)

/** Half a chunk, and then nothing more until the server is gone. */
const halting = (half: Buffer, halted: () => void): ReadableStream => {
  let isSent = false
  return new ReadableStream({
    pull: (controller) => {
      if (isSent) {
        halted()
        return new Promise(() => {})
      }
      isSent = true
      controller.enqueue(new Uint8Array(half))
    },
  })
}

/** Uploads a film while the server is killed in the middle of chunks, and answers what is read of it in the end. */
const uploadThroughKills = async (afterKill: (folder: string) => void) => {
  rondo = await startRondo()
  const { owner, meeting } = await holdMeeting(rondo.origin)
  const whole = film()
  const params = { meetingId: meeting.id }
  const upload = await owner.ask(beginUpload, {
    params,
    body: { label: 'talk.wav', bytes: whole.length, consent: true },
  })
  const address = uploadAddress(upload.fileId)
  let acknowledged = 0
  let promised = 0
  for (let kills = 0; acknowledged < whole.length; ) {
    const answer = await bring(
      owner,
      address,
      acknowledged,
      whole.subarray(acknowledged, acknowledged + CHUNK),
    )
    expect(answer.status).toBe(204)
    acknowledged = Number(answer.headers.get('upload-offset'))
    if (kills === 2 || acknowledged === whole.length) continue
    kills += 1
    const halted = Promise.withResolvers<void>()
    const half = whole.subarray(acknowledged, acknowledged + CHUNK / 2)
    const cut = bring(owner, address, acknowledged, halting(half, halted.resolve)).catch(() => undefined)
    await halted.promise
    await rondo.kill()
    await cut
    afterKill(rondo.dataDir)
    await rondo.start()
    const head = await fetch(`${owner.origin}${address}`, { method: 'HEAD', headers: headersOf(owner) })
    promised = acknowledged
    acknowledged = Number(head.headers.get('upload-offset'))
    expect(acknowledged).toBeGreaterThanOrEqual(promised)
  }
  expect((await owner.ask(listRecordings, { params })).recordings).toHaveLength(1)
  const read = await fetch(`${owner.origin}${fileAddress(upload.fileId)}`, { headers: headersOf(owner) })
  const got = await read.arrayBuffer().catch(() => new ArrayBuffer(0))
  const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
  return { isEqual: hashOf(Buffer.from(got)) === hashOf(whole) }
}

describe('an upload, while the server is killed', () => {
  it('keeps every byte that was acknowledged, goes on from there, and is read back byte for byte', async () => {
    expect(await uploadThroughKills(() => {})).toEqual({ isEqual: true })
  })

  it('is caught when a piece that was acknowledged is lost', async () => {
    const losePiece = (folder: string): void => {
      const [piece] = readdirSync(join(folder, 'files', 'media'), {
        recursive: true,
        withFileTypes: true,
      }).filter((entry) => entry.isFile())
      if (piece !== undefined) rmSync(join(piece.parentPath, piece.name))
    }
    expect(await uploadThroughKills(losePiece)).toEqual({ isEqual: false })
  })
})
