import type { PlannedSegment } from '@rondo/shared/meeting/model.ts'

/** A segment in the form; `key` stays with it while it moves. */
export interface DraftSegment extends Omit<PlannedSegment, 'prompt'> {
  readonly key: string
  readonly prompt: string
}

export const draftOf = (segments: readonly PlannedSegment[]): DraftSegment[] =>
  segments.map((segment) => ({ ...segment, key: crypto.randomUUID(), prompt: segment.prompt ?? '' }))

/** What is sent: a prompt that was left empty is none. */
export const plannedOf = (drafts: readonly DraftSegment[]): PlannedSegment[] =>
  drafts.map(({ title, minutes, prompt, carryOver }) => ({
    title,
    minutes,
    carryOver,
    ...(prompt.trim() === '' ? {} : { prompt }),
  }))

/** The list with one item at another place; places outside the list change nothing. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list]
  if (to < 0 || to >= list.length || from < 0 || from >= list.length) return next
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}
