import type { Actor } from '@rondo/shared/account/model.ts'
import type { CircleId, FileId } from '@rondo/shared/kernel/id.ts'
import { accept, type Refusal, type Result } from '@rondo/shared/kernel/refusal.ts'
import type { Upload } from '@rondo/shared/media/model.ts'
import { permit } from '../circle/index.ts'
import { type Reader, type Tx, transact } from '../platform/db/database.ts'
import { describeError } from '../platform/log/describe-error.ts'
import type { MediaContext, Receivers } from './media-context.ts'
import { whyNotTaken } from './rules.ts'
import { deleteFile, type FileRow, findFile, insertFile, underwayOf } from './store.ts'

export const ABSENT: Refusal = { code: 'not-found', detail: 'There is no such file.' }

/** What a room wants an upload for. Whether the actor may is what that room asks. */
export interface Wanted {
  readonly circleId: CircleId
  readonly purpose: string
  readonly target: string
  readonly label: string
  readonly bytes: number
}

/** Keeps room for a file that is about to come. */
export const beginUpload = async (
  { clock, ids, quota, mostBytes }: MediaContext,
  tx: Tx,
  { memberId }: Actor,
  wanted: Wanted,
): Promise<Result<Upload>> => {
  const room = { taken: await quota.taken(tx), underway: await underwayOf(tx, memberId) }
  const refusal = whyNotTaken(wanted.bytes, room, { together: quota.together, each: mostBytes })
  if (refusal !== null) return { ok: false, refusal }
  const now = clock.now()
  const row: FileRow = {
    ...wanted,
    id: ids.next<'file'>(),
    received: 0,
    type: null,
    state: 'arriving',
    createdBy: memberId,
    createdAt: now,
    touchedAt: now,
    idleSince: null,
  }
  await insertFile(tx, row)
  return accept(uploadOf(row))
}

export const uploadOf = ({ id, label, bytes, received, createdAt }: FileRow): Upload => ({
  fileId: id,
  label,
  bytes,
  received,
  startedAt: createdAt,
})

/** An upload as whoever began it may go on with it; to everybody else there is none. */
export const arrivingFor = async (
  reader: Reader,
  receivers: Receivers,
  actor: Actor,
  id: FileId,
): Promise<Result<FileRow>> => {
  const file = await findFile(reader, id)
  if (file === undefined || file.createdBy !== actor.memberId) return { ok: false, refusal: ABSENT }
  const readable = await permit(reader, actor, 'read', file.circleId, ABSENT)
  if (!readable.ok) return readable
  const going = await receivers[file.purpose]?.mayGoOn(reader, actor, file)
  if (going === undefined) return { ok: false, refusal: ABSENT }
  return going.ok ? accept(file) : going
}

/** Takes an upload back before it is whole. */
export const endUpload = async (context: MediaContext, file: FileRow): Promise<void> => {
  const names = await transact(context.db, async (tx) => {
    const now = await findFile(tx, file.id)
    return now?.state === 'arriving' ? deleteFile(tx, file.id) : []
  })
  await removePieces(context, names)
}

/** What cannot be removed now is found by the sweep. */
export const removePieces = async ({ files, log }: MediaContext, names: readonly string[]): Promise<void> => {
  for (const name of names)
    await files
      .remove(name)
      .catch((error: unknown) =>
        log.warn(describeError(error), 'a piece of a file stays until the next sweep'),
      )
}
