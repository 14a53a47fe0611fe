import type { Course } from '@rondo/shared/circle/course.ts'
import { useTranslation } from 'react-i18next'
import { useReader } from '../ui/reader/reader.ts'
import { dateWords } from '../ui/time/time-words.ts'
import { useListing } from './use-listing.ts'

interface ExitWordsProps {
  readonly course: Course
  /** Without how many meetings were held so far. */
  readonly isShort?: boolean
}

/** "Until meeting 24, or Thu 3 Dec, whichever comes first."; nothing where a circle has no end in mind. */
export function ExitWords({ course: { exit, held }, isShort = false }: ExitWordsProps) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const listing = useListing('disjunction')
  const ends = [
    ...(exit.meetings === null ? [] : [t('circle.course.meetings', { count: exit.meetings })]),
    ...(exit.on === null ? [] : [t('circle.course.on', { day: dateWords(exit.on, locale) })]),
    ...(exit.goals ? [t('circle.course.goals')] : []),
  ]
  const heldWords = t('circle.course.held', { count: held })
  if (ends.length === 0) return heldWords
  const until = t('circle.course.until', { ends: listing(ends) })
  if (isShort) return until
  // A short date may end in a full stop of its own.
  return until.endsWith('.') ? `${until} ${heldWords}` : `${until}. ${heldWords}`
}
