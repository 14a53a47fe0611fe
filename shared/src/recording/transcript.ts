/**
 * From the cues of a .vtt or .srt file to those that we keep.
 *
 * 1. What is whole is kept; what is broken is left out and named, by its number and line.
 * 2. Text is text: marks of voices become speakers, other marks go, and nothing of it is ever markup again.
 * 3. However large or strange the file is, what comes out is bounded, in order, and within the length of a recording.
 */
import { LONGEST, MOST_CUES, MOST_NOTICES } from './limits.ts'
import type { Cue, Notice, Speaker } from './model.ts'
import { voicesIn } from './voices.ts'

/** A cue as it stands in a file, in milliseconds; null where its times cannot be read. */
export interface RawCue {
  /** The line of its times, from 1. */
  readonly line: number
  readonly start: number | null
  readonly end: number | null
  readonly text: string
}

type WholeCue = RawCue & { readonly start: number; readonly end: number }

export interface ReadTranscript {
  readonly speakers: readonly Omit<Speaker, 'memberId'>[]
  readonly cues: readonly Cue[]
  readonly notices: readonly Notice[]
}

interface Said {
  readonly start: number
  readonly end: number
  readonly name: string | null
  readonly text: string
}

const MOST_SPEAKERS = 100

export const readTranscriptCues = (raw: readonly RawCue[]): ReadTranscript => {
  const notices: Notice[] = []
  const whole = keepWhole(raw, notices)
  const voices = voicesIn(whole.map(({ text }) => text))
  const said = whole.flatMap(({ start, end }, at) =>
    (voices[at] ?? []).map(({ name, text }): Said => ({ start, end, name, text })),
  )
  const inTime = said.toSorted((a, b) => a.start - b.start).slice(0, MOST_CUES)
  const numbers = numbered(inTime)
  return {
    speakers: [...numbers].map(([name, number]) => ({ name, number })),
    cues: inTime.map(({ start, end, name, text }, position) => ({
      position,
      start,
      end,
      speaker: name === null ? null : (numbers.get(name) ?? null),
      text,
    })),
    notices: notices.slice(0, MOST_NOTICES),
  }
}

const keepWhole = (raw: readonly RawCue[], notices: Notice[]): WholeCue[] => {
  const kept: WholeCue[] = []
  for (const [at, cue] of raw.entries()) {
    const rounded = { ...cue, start: wholeMs(cue.start), end: wholeMs(cue.end) }
    const fault = kept.length === MOST_CUES ? 'too-many' : faultOf(rounded, kept.at(-1))
    if (fault !== null) notices.push({ kind: fault, cue: at + 1, line: cue.line })
    if (fault === 'too-many') break
    if (isWhole(rounded) && !LEFT_OUT.has(fault)) kept.push(rounded)
  }
  return kept
}

const wholeMs = (ms: number | null): number | null => (ms === null ? null : Math.round(ms))

const isWhole = (cue: RawCue): cue is WholeCue => cue.start !== null && cue.end !== null

const LEFT_OUT: ReadonlySet<Notice['kind'] | null> = new Set(['unreadable', 'backwards', 'too-late'] as const)

const faultOf = (cue: RawCue, before: WholeCue | undefined): Notice['kind'] | null => {
  if (!isWhole(cue)) return 'unreadable'
  const { start, end } = cue
  if (!(start <= LONGEST && end <= LONGEST)) return 'too-late'
  if (start < 0 || end <= start) return 'backwards'
  if (before === undefined || start >= before.end) return null
  return start < before.start ? 'out-of-order' : 'overlapping'
}

/** Speakers by the order of their first words. */
const numbered = (said: readonly Said[]): Map<string, number> => {
  const numbers = new Map<string, number>()
  for (const { name } of said)
    if (name !== null && !numbers.has(name) && numbers.size < MOST_SPEAKERS)
      numbers.set(name, numbers.size + 1)
  return numbers
}
