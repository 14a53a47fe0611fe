import type { Circle } from '@rondo/shared/circle/model.ts'
import { IconRepeat } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { TextLink } from '../ui/link/text-link.tsx'
import { useReader } from '../ui/reader/reader.ts'
import { cityOf } from '../ui/time/time-words.ts'
import { useCadence } from './queries.ts'
import { ruleWords } from './rule-words.ts'
import './cadence.css'

/** "Repeats every week on Thursday at 19:00 in Berlin", and the way to its dates; or that nothing repeats yet. */
export function CadenceLine({ circle }: { readonly circle: Pick<Circle, 'id' | 'timeZone'> }) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const cadence = useCadence(circle.id).data?.cadence
  if (cadence === undefined) return null
  return (
    <p className="cadence-line">
      <IconRepeat size={17} stroke={1.5} aria-hidden="true" />
      <span>
        {cadence === null
          ? t('cadence.line.none')
          : t('cadence.line.repeats', {
              words: ruleWords(cadence, t, locale),
              city: cityOf(cadence.timeZone),
            })}{' '}
        <TextLink to="/circles/$circleId/cadence" params={{ circleId: circle.id }}>
          {t(cadence === null ? 'cadence.line.set' : 'cadence.line.dates')}
        </TextLink>
      </span>
    </p>
  )
}
