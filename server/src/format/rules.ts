import { type Format, MOST_OWN_FORMATS, type OwnFormat } from '@rondo/shared/format/model.ts'
import type { FormatId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'

/** Whether a circle may keep one more format of this name. */
export const mayKeep = (formats: readonly OwnFormat[], { name }: Format): Result<null> => {
  if (formats.length >= MOST_OWN_FORMATS) {
    const detail = `A circle keeps at most ${MOST_OWN_FORMATS} formats. Remove one first.`
    return refuse('conflict', detail, { reason: 'format.too-many' })
  }
  return nameIsFree(formats, name)
}

/** Whether a format that was seen at version `from` may take this form. */
export const mayChange = (
  formats: readonly OwnFormat[],
  id: FormatId,
  from: number,
  { name }: Format,
): Result<OwnFormat> => {
  const current = unchanged(formats, id, from)
  if (!current.ok) return current
  const others = formats.filter((format) => format.id !== id)
  const free = nameIsFree(others, name)
  return free.ok ? current : free
}

/** The format, if it still stands as the asker saw it. */
export const unchanged = (formats: readonly OwnFormat[], id: FormatId, from: number): Result<OwnFormat> => {
  const current = formats.find((format) => format.id === id)
  if (current === undefined) {
    return refuse('not-found', 'The circle has no such format any more.', { reason: 'format.gone' })
  }
  if (current.version !== from) {
    return refuse('conflict', 'Somebody changed this format meanwhile.', { reason: 'format.changed' })
  }
  return accept(current)
}

/** Names differ by more than their case, or nobody could tell two formats apart. */
const nameIsFree = (formats: readonly OwnFormat[], name: string): Result<null> => {
  const same = (other: OwnFormat) => other.name.toLowerCase() === name.toLowerCase()
  if (!formats.some(same)) return accept(null)
  return refuse('conflict', 'The circle has a format of this name. Choose another name.', {
    reason: 'format.name-taken',
    errors: [{ field: 'format.name', detail: 'is the name of another format' }],
  })
}

/** Whether two formats say the same. */
export const sameFormat = (a: Format, b: Format): boolean => written(a) === written(b)

const written = ({ name, about, segments, roles, page }: Format): string =>
  JSON.stringify([name, about, roles, page, segments.map(lineOf)])

const lineOf = ({ title, minutes, prompt, carryOver, part }: Format['segments'][number]) => [
  title,
  minutes,
  prompt ?? null,
  carryOver,
  part ? Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)) : null,
]
