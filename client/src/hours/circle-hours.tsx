import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { Person } from '../ui/avatar/avatar.tsx'
import { TextLink } from '../ui/link/text-link.tsx'
import { useReader } from '../ui/reader/reader.ts'
import { Section } from '../ui/section/section.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { RowsSkeleton } from '../ui/states/skeleton.tsx'
import { cityOf } from '../ui/time/time-words.ts'
import { hoursWords } from './hours-words.ts'
import { useHours } from './queries.ts'

/** What the ranking rests on: the zone and the hours of everybody in the circle. */
export function CircleHours({ circleId }: { readonly circleId: CircleId }) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const who = useWho()
  const { data, error, refetch } = useHours(circleId)
  if (error !== null) return <RefusalNotice error={error} onAgain={() => void refetch()} />
  if (data === undefined) return <RowsSkeleton rows={3} round />
  const assumed = data.attendees.filter(({ isAssumed }) => isAssumed).length
  return (
    <Section title={t('hours.people.title')} aside={t('hours.people.about')}>
      <ul className="rows hours-people">
        {data.attendees.map(({ memberId, timeZone, hours, isAssumed }) => {
          const { name, colour, shown, isMe } = who(memberId)
          return (
            <li key={memberId}>
              <Person name={name} colour={colour} shown={shown} />
              <span className="soft num">
                {cityOf(timeZone)}, {hoursWords(hours, locale)}
                {isAssumed ? <span className="faint"> ({t('hours.people.assumed')})</span> : null}
              </span>
              {isMe ? <TextLink to="/settings">{t('hours.people.change')}</TextLink> : null}
            </li>
          )
        })}
      </ul>
      {assumed === 0 ? null : (
        <p className="hours-note">{t('hours.people.assumedNote', { count: assumed })}</p>
      )}
    </Section>
  )
}
