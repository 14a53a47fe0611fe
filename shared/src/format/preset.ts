import type { Locale } from '../account/model.ts'
import type { Format, PlannedSegment, PresetId } from './model.ts'
import type { SegmentPart } from './part.ts'

/** A preset speaks these; its words become content, so they come in the language of whoever uses it. */
export type Language = Exclude<Locale, 'pseudo'>

export type Words = Readonly<Record<Language, string>>

/** A segment of a preset: its numbers once, its words beside each other in every language. */
export interface PresetSegment {
  readonly minutes: number
  readonly title: Words
  readonly prompt?: Words
  readonly carryOver?: true
  readonly part?: SegmentPart
}

/** A format that every circle has. */
export interface Preset {
  readonly id: PresetId
  readonly name: Words
  readonly about: Words
  readonly segments: readonly PresetSegment[]
  /** Names of standard roles, or words for a role of its own. */
  readonly roles: readonly (string | Words)[]
  readonly page?: Words
}

/** The preset in the words of one language. */
export const presetIn = (preset: Preset, language: Language): Format => ({
  name: preset.name[language],
  about: preset.about[language],
  segments: preset.segments.map((segment) => segmentIn(segment, language)),
  roles: preset.roles.map((role) => (typeof role === 'string' ? role : role[language])),
  page: preset.page?.[language] ?? '',
})

const segmentIn = ({ minutes, title, prompt, carryOver, part }: PresetSegment, language: Language) => {
  const segment: PlannedSegment = { title: title[language], minutes, carryOver: carryOver ?? false }
  if (prompt) segment.prompt = prompt[language]
  if (part) segment.part = part
  return segment
}

/** Where the open matters of earlier meetings stand. */
export const fromLastTime = (minutes: number): PresetSegment => ({
  minutes,
  carryOver: true,
  title: { en: 'From last time', de: 'Vom letzten Mal' },
})

/** How every format that leaves something to do ends. */
export const nextSteps = (minutes: number): PresetSegment => ({
  minutes,
  title: { en: 'Next steps and close', de: 'Nächste Schritte und Schluss' },
  prompt: {
    en: 'Who does what by when, and what do you take away?',
    de: 'Wer macht was bis wann, und was nimmst du mit?',
  },
})
