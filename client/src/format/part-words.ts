import { PHASES, type SegmentPart, segmentPart } from '@rondo/shared/format/part.ts'
import { useTranslation } from 'react-i18next'
import type { DraftSegment } from './planned-segments.ts'

/** The name under which a segment's part is chosen; a critique has five. */
export type PartChoice = 'none' | 'carryOver' | `phase-${string}` | Exclude<SegmentPart['kind'], 'phase'>

export const choiceOf = ({ part, carryOver }: Pick<DraftSegment, 'part' | 'carryOver'>): PartChoice => {
  if (part?.kind === 'phase') return `phase-${part.phase}`
  return part?.kind ?? (carryOver ? 'carryOver' : 'none')
}

/** What each choice makes of a segment. */
export const partFor = (choice: string): SegmentPart | undefined => {
  const phase = PHASES.find((one) => choice === `phase-${one}`)
  if (phase !== undefined) return { kind: 'phase', phase }
  if (choice === 'study') return { kind: 'study', focus: 25, pause: 5 }
  return segmentPart.safeParse({ kind: choice }).data
}

/** What the room does in a segment, in words; undefined where it does nothing. */
export function usePartWords(): (draft: Pick<DraftSegment, 'part' | 'carryOver'>) => string | undefined {
  const { t } = useTranslation()
  return (draft) => {
    const choice = choiceOf(draft)
    if (choice === 'none') return undefined
    if (draft.part?.kind === 'study') return t('format.part.studyLong', { ...draft.part })
    return t(`format.part.${choice}`)
  }
}
