import { type Refusal, refuse } from '@rondo/shared/kernel/refusal.ts'

/** So many uploads of one person may be under way: each holds room that others cannot use meanwhile. */
const MOST_UNDERWAY = 5

/** The least that is worth a piece of its own, unless nothing more comes. */
const LEAST_PIECE = 64 * 1024

export interface Room {
  /** Bytes of all files of the workspace, the announced length of those that are arriving included. */
  readonly taken: number
  /** Uploads of this person that are under way. */
  readonly underway: number
}

/** Why a file of this length is not taken; null when it is. How much others have uploaded is nobody's business. */
export const whyNotTaken = (
  bytes: number,
  { taken, underway }: Room,
  { together, each }: { readonly together: number; readonly each: number },
): Refusal | null => {
  if (bytes > each)
    return refuse(
      'too-large',
      `This file has ${sizeOf(bytes)}, and one may have ${sizeOf(each)} at most here. Make it smaller, or add a link to it.`,
      { reason: 'media.file-too-large' },
    ).refusal
  if (taken + bytes > together)
    return refuse(
      'too-large',
      'There is no room left for a file of this size. Add a link to it, or ask whoever runs this Rondo for more room.',
      { reason: 'media.no-room' },
    ).refusal
  if (underway >= MOST_UNDERWAY)
    return refuse(
      'too-many',
      `${MOST_UNDERWAY} of your uploads are under way. Let one of them end, or take it back, before you begin another.`,
      { reason: 'media.too-many-underway', retryAfter: 60 },
    ).refusal
  return null
}

/** Whether what has come is kept as a piece: enough of it, or the rest of the file. */
export const isWorthKeeping = (bytes: number, missing: number): boolean =>
  bytes > 0 && (bytes >= LEAST_PIECE || bytes === missing)

const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB']

/** '2 GB', '1.4 MB'. */
const sizeOf = (bytes: number): string => {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  return `${Math.round((bytes / 1000 ** power) * 10) / 10} ${UNITS[power]}`
}
