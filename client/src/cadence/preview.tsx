import type { CadencePlan } from '@rondo/shared/cadence/model.ts'
import { checkRecurrence, occurrencesIn } from '@rondo/shared/cadence/occurrences.ts'
import { DAY } from '@rondo/shared/kernel/time.ts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useMinute } from '../platform/use-minute.ts'
import { TimeText } from '../ui/time/time-text.tsx'

const SHOWN = 4
const AHEAD = 400 * DAY

/** The next dates that would come of it, in the zone of the circle and in mine. */
export function Preview({ plan, zone }: { readonly plan: CadencePlan; readonly zone: string }) {
  const { t } = useTranslation()
  const now = useMinute()
  const key = JSON.stringify(plan)
  const next = useMemo(() => nextOf(JSON.parse(key), zone, now), [key, zone, now])
  return (
    <div className="cadence-preview" aria-live="polite">
      <h3>{t('cadence.preview.title')}</h3>
      {next.length === 0 ? (
        <p className="soft">{t('cadence.preview.none')}</p>
      ) : (
        <ul>
          {next.map(({ date, startsAt }) => (
            <li key={date}>
              <TimeText at={startsAt} zone={zone} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Half-filled forms yield nothing. */
const nextOf = (plan: CadencePlan, zone: string, now: number) => {
  if (plan.startsOn === '' || plan.times.includes('')) return []
  if (!checkRecurrence(plan, zone, now).ok) return []
  return occurrencesIn(plan, zone, { from: now, until: now + AHEAD }).slice(0, SHOWN)
}
