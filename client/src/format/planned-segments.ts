import { type PlannedSegment, plannedSegment } from '@rondo/shared/format/model.ts'

/** A segment in the form; `key` stays with it while it moves. */
export interface DraftSegment extends Omit<PlannedSegment, 'prompt' | 'part'> {
  readonly key: string
  readonly prompt: string
  readonly part: PlannedSegment['part'] | undefined
}

export const draftOf = (segments: readonly PlannedSegment[]): DraftSegment[] =>
  segments.map(({ prompt = '', part, ...segment }) => ({
    ...segment,
    key: crypto.randomUUID(),
    prompt,
    part,
  }))

export const newSegment = (): DraftSegment => ({
  key: crypto.randomUUID(),
  title: '',
  minutes: 10,
  prompt: '',
  carryOver: false,
  part: undefined,
})

/** What is sent: a prompt that was left empty is none. */
export const plannedOf = (drafts: readonly DraftSegment[]): PlannedSegment[] =>
  drafts.map(({ title, minutes, prompt, carryOver, part }) => ({
    title,
    minutes,
    carryOver,
    ...(prompt.trim() === '' ? {} : { prompt }),
    ...(part === undefined ? {} : { part }),
  }))

export const isRightSegment = (draft: DraftSegment): boolean =>
  plannedSegment.safeParse(plannedOf([draft])[0]).success

/** The list with one item at another place; places outside the list change nothing. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list]
  if (to < 0 || to >= list.length || from < 0 || from >= list.length) return next
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}
