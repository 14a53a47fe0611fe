import type { CaptureKind } from '@rondo/shared/document/capture-kinds.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'

/** A block of the notes and when it came: a capture, or a segment that began. */
export interface Moment {
  readonly id: string
  readonly at: Instant
  readonly text: string
  /** Undefined for a segment. */
  readonly kind: CaptureKind | undefined
}

/** '1:02:07', '12:30' from the beginning of a recording. */
export const placeWords = (ms: number): string => {
  const seconds = Math.floor(Math.max(0, ms) / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const two = (count: number) => String(count).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

/** What somebody typed as a place in a recording, in milliseconds, with a sign before it for what began earlier; null for anything else. */
export const placeTyped = (text: string): number | null => {
  const found = /^\s*([-−+]?)\s*(?:(\d{1,2}):)?(\d{1,3}):(\d{2})\s*$/.exec(text)
  if (found === null) return null
  const [, sign = '', hours = '0', minutes = '0', seconds = '0'] = found
  const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
  return sign === '-' || sign === '−' ? -ms : ms
}
