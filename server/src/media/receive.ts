/**
 * Takes in the bytes of an upload.
 *
 * 1. A file is kept in pieces. Each is in the store before the database names it, and only then counts as received: after any
 *    end the browser goes on behind the last piece, and a piece that nobody names is swept.
 * 2. What it is is told by its first bytes before any of it is kept.
 * 3. The piece that ends a file, and what the room that asked for it does with it, are one transaction.
 * 4. Nothing beyond the announced length is read: room was kept for that, and for no more.
 */
import { randomUUID } from 'node:crypto'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import { transact } from '../platform/db/database.ts'
import { describeError } from '../platform/log/describe-error.ts'
import type { Intake } from './intake.ts'
import type { MediaContext, Receiver } from './media-context.ts'
import { isWorthKeeping } from './rules.ts'
import { HEAD_BYTES, sniff } from './sniff.ts'
import { appendPiece, type FileRow, findFile, makeWhole } from './store.ts'
import { ABSENT, endUpload, removePieces } from './uploads.ts'

/** So long is a piece at most; a store that speaks S3 takes one in a single request. */
const PIECE = 8 * 1024 * 1024

const NOT_PLAYABLE = refuse(
  'invalid',
  'This is not a recording that browsers play. Upload MP4, WebM or QuickTime video, or MP3, M4A, Ogg, WAV or WebM audio.',
  { reason: 'media.not-playable' },
)

const TOO_LONG = refuse(
  'too-large',
  'More bytes came than the file was announced with. What came before is kept; choose the file again.',
  { reason: 'media.longer-than-announced' },
)

const STORE_UNWELL = refuse(
  'unavailable',
  'The upload cannot be stored right now. What has arrived is kept; go on in a while.',
  { reason: 'media.store-unwell' },
)

/** Answers how much of the file is safe now. */
export const receive = async (
  context: MediaContext,
  receiver: Receiver,
  file: FileRow,
  intake: Intake,
): Promise<Result<number>> => {
  const type = file.type ?? (await typeOf(receiver, file, intake))
  if (type === 'unknown yet') return accept(file.received)
  if (type === 'not taken') {
    await endUpload(context, file)
    return NOT_PLAYABLE
  }
  let { received } = file
  while (received < file.bytes) {
    const piece = await keepPiece(context, receiver, { ...file, received, type }, intake)
    if (!piece.ok) return piece
    if (piece.value === 0) break
    received += piece.value
  }
  return accept(received)
}

/** Told before anything is kept, by as many first bytes as there will ever be at once. */
const typeOf = async (receiver: Receiver, file: FileRow, intake: Intake): Promise<string> => {
  const head = await intake.peek(Math.min(HEAD_BYTES, file.bytes))
  if (head.length < Math.min(HEAD_BYTES, file.bytes)) return 'unknown yet'
  const found = await sniff(head)
  return found !== null && receiver.kinds.includes(found.kind) ? found.type : 'not taken'
}

/** Answers how long the piece is; 0 where nothing came that is worth one. */
const keepPiece = async (
  context: MediaContext,
  receiver: Receiver,
  file: FileRow,
  intake: Intake,
): Promise<Result<number>> => {
  const missing = file.bytes - file.received
  const name = `media/${file.id}/${randomUUID()}`
  let bytes = 0
  try {
    bytes = (await context.files.put(name, intake.take(Math.min(PIECE, missing)))).bytes
  } catch (error) {
    context.log.error(describeError(error), 'a piece of an upload could not be stored')
    return STORE_UNWELL
  }
  const isLast = bytes === missing
  const isTooLong = isLast && (await intake.peek(1)).length > 0
  if (isTooLong || !isWorthKeeping(bytes, missing)) {
    await removePieces(context, [name])
    return isTooLong ? TOO_LONG : accept(0)
  }
  return addPiece(context, receiver, file, { name, bytes })
}

/** From here on the piece is part of the file. */
const addPiece = (
  { db, clock }: MediaContext,
  receiver: Receiver,
  file: FileRow,
  { name, bytes }: { name: string; bytes: number },
): Promise<Result<number>> =>
  transact(db, async (tx) => {
    const piece = { fileId: file.id, start: file.received, bytes, name }
    const isAppended = await appendPiece(tx, piece, clock.now(), file.type ?? '')
    if (!isAppended) return { ok: false, refusal: ABSENT }
    if (file.received + bytes < file.bytes) return accept(bytes)
    await makeWhole(tx, file.id)
    const whole = await findFile(tx, file.id)
    if (whole !== undefined) await receiver.received(tx, whole)
    return accept(bytes)
  })
