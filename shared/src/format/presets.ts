import type { Locale } from '../account/model.ts'
import { type Format, PRESETS, type PresetId } from './model.ts'
import { type Preset, presetIn } from './preset.ts'
import { architectureReview, pairProgramming } from './presets/building.ts'
import { brownBag, learningCircle, microLesson, studySprint } from './presets/learning.ts'
import { critiqueLab, portfolioSwap, rotatingPairs, shadowing } from './presets/mirroring.ts'
import { demoDay, fridayWins, lightningRetrospective } from './presets/pausing.ts'

const ALL: Readonly<Record<PresetId, Preset>> = {
  'brown-bag': brownBag,
  'learning-circle': learningCircle,
  'rotating-pairs': rotatingPairs,
  shadowing,
  'study-sprint': studySprint,
  'pair-programming': pairProgramming,
  'architecture-review': architectureReview,
  'critique-lab': critiqueLab,
  'portfolio-swap': portfolioSwap,
  'micro-lesson': microLesson,
  'demo-day': demoDay,
  'friday-wins': fridayWins,
  'lightning-retrospective': lightningRetrospective,
}

/** A preset in the words of a language; the pseudo-language borrows English content. */
export const formatIn = (locale: Locale, id: PresetId): Format & { id: PresetId } => ({
  id,
  ...presetIn(ALL[id], locale === 'pseudo' ? 'en' : locale),
})

export const isPreset = (id: string): id is PresetId => PRESETS.some((preset) => preset === id)
