import type { Actor } from '@rondo/shared/account/model.ts'
import type { Format, OwnFormat, PresetId } from '@rondo/shared/format/model.ts'
import type { CircleId, FormatId } from '@rondo/shared/kernel/id.ts'
import { accept, type Refusal, type Result } from '@rondo/shared/kernel/refusal.ts'
import { nameOf, permit } from '../circle/index.ts'
import type { Context } from '../journal/context.ts'
import { type Reader, type Tx, transact } from '../platform/db/database.ts'
import { mayChange, mayKeep, sameFormat, unchanged } from './rules.ts'
import { deleteFormat, formatsOf, insertFormat, replaceFormat } from './store.ts'

interface NewFormat {
  format: Format
  basedOn: PresetId | null
}

/** Keeps a format as the circle's own. */
export const saveFormat = (
  context: Context,
  actor: Actor,
  circleId: CircleId,
  { format, basedOn }: NewFormat,
): Promise<Result<OwnFormat>> =>
  transact(context.db, async (tx) => {
    const permitted = await permit(tx, actor, 'create', circleId)
    if (!permitted.ok) return permitted
    const kept = mayKeep(await formatsOf(tx, circleId), format)
    if (!kept.ok) return kept
    const id = context.ids.next<'format'>()
    const own = { ...format, id, circleId, basedOn, version: 1, ...markOf(context, actor) }
    await insertFormat(tx, own)
    await tell(context, tx, actor, own)
    return accept(own)
  })

/** Gives it another form, for meetings to come. */
export const changeFormat = (
  context: Context,
  actor: Actor,
  circleId: CircleId,
  id: FormatId,
  { from, format }: { from: number; format: Format },
): Promise<Result<OwnFormat>> =>
  transact(context.db, async (tx) => {
    const permitted = await permit(tx, actor, 'manage', circleId)
    if (!permitted.ok) return permitted
    const formats = await formatsOf(tx, circleId)
    const current = mayChange(formats, id, from, format)
    if (!current.ok) return naming(tx, formats, id, current.refusal)
    if (sameFormat(current.value, format)) return current
    const { circleId: _, ...kept } = current.value
    const changed = { ...kept, ...format, circleId, version: from + 1, ...markOf(context, actor) }
    await replaceFormat(tx, changed)
    await tell(context, tx, actor, changed)
    return accept(changed)
  })

/** Forgets it; no meeting changes, for each has its copy. */
export const removeFormat = (
  context: Context,
  actor: Actor,
  circleId: CircleId,
  id: FormatId,
  from: number,
): Promise<Result<null>> =>
  transact(context.db, async (tx) => {
    const permitted = await permit(tx, actor, 'manage', circleId)
    if (!permitted.ok) return permitted
    const formats = await formatsOf(tx, circleId)
    const current = unchanged(formats, id, from)
    if (!current.ok) return naming(tx, formats, id, current.refusal)
    await deleteFormat(tx, id)
    await tell(context, tx, actor, current.value)
    return accept(null)
  })

const markOf = ({ clock }: Context, { memberId }: Actor) => ({
  changedBy: memberId,
  changedAt: clock.now(),
})

const tell = (context: Context, tx: Tx, { memberId: by }: Actor, { id, circleId }: OwnFormat) =>
  context.journal.append(tx, [
    { name: 'format.changed', payload: { circleId, formatId: id }, audience: { circleId }, by },
  ])

/** Whoever came too late is told who was faster. */
const naming = async (
  reader: Reader,
  formats: readonly OwnFormat[],
  id: FormatId,
  refusal: Refusal,
): Promise<{ ok: false; refusal: Refusal }> => {
  const current = formats.find((format) => format.id === id)
  if (refusal.reason !== 'format.changed' || current === undefined) return { ok: false, refusal }
  const name = await nameOf(reader, current.changedBy)
  return { ok: false, refusal: { ...refusal, detail: `${refusal.detail} It was ${name}.` } }
}
