import type { Actor, Locale } from '@rondo/shared/account/model.ts'
import type { Format, FormatRef, OwnFormat } from '@rondo/shared/format/model.ts'
import { formatIn, isPreset } from '@rondo/shared/format/presets.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result } from '@rondo/shared/kernel/refusal.ts'
import { permit } from '../circle/index.ts'
import type { Context } from '../journal/context.ts'
import type { Reader } from '../platform/db/database.ts'
import { findFormat, formatsOf } from './store.ts'

export const listFormats = async (
  { db }: Context,
  actor: Actor,
  circleId: CircleId,
): Promise<Result<{ formats: OwnFormat[] }>> => {
  const permitted = await permit(db.read, actor, 'read', circleId)
  return permitted.ok ? accept({ formats: await formatsOf(db.read, circleId) }) : permitted
}

/**
 * What a meeting of this circle is made from, as it stands now: a preset in the given language, or one of the circle's
 * own. Undefined where the circle has no such format.
 */
export const formatFor = async (
  reader: Reader,
  circleId: CircleId,
  ref: FormatRef,
  locale: Locale,
): Promise<Format | undefined> => (isPreset(ref) ? formatIn(locale, ref) : findFormat(reader, circleId, ref))

/** The name that a meeting keeps of its format: none of a preset, whose name is put in the reader's language. */
export const nameToKeep = async (
  reader: Reader,
  circleId: CircleId,
  ref: FormatRef,
): Promise<Result<string | null>> => {
  if (isPreset(ref)) return accept(null)
  const own = await findFormat(reader, circleId, ref)
  return own === undefined ? noSuchFormat : accept(own.name)
}

const noSuchFormat: Result<never> = {
  ok: false,
  refusal: {
    code: 'invalid',
    detail: 'The circle has no such format. Choose another one.',
    reason: 'format.unknown',
    errors: [{ field: 'format', detail: 'is neither a preset nor a format of this circle' }],
  },
}
