import type { View } from '@rondo/shared/hours/model.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { Avatar } from '../ui/avatar/avatar.tsx'
import { useReader } from '../ui/reader/reader.ts'
import { dateWords, intlLocale } from '../ui/time/time-words.ts'
import { type ClockGroup, clockGroups } from './clock-groups.ts'
import { StrainSign } from './strain-sign.tsx'

/** So many faces fit into one part of the strip. */
const MOST_FACES = 4

interface ClockStripProps {
  readonly views: readonly View[]
  /** The circle's day: where somebody's differs it is said. */
  readonly day: string
}

/** Everyone's clock at one moment, from west to east: what it shows, what that is for them, and for whom. */
export function ClockStrip({ views, day }: ClockStripProps) {
  const { t } = useTranslation()
  return (
    <ul className="clock-strip" aria-label={t('hours.slots.clocks')}>
      {clockGroups(views).map((group) => (
        <ClockPart key={`${group.day} ${group.time} ${group.strain}`} group={group} day={day} />
      ))}
    </ul>
  )
}

function ClockPart({ group, day }: { readonly group: ClockGroup; readonly day: string }) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const people = group.memberIds.map(useWho())
  const names = new Intl.ListFormat(intlLocale(locale), { type: 'unit', style: 'short' })
  return (
    <li data-strain={group.strain}>
      <span className="clock-time num">
        {group.time}
        {group.day === day ? null : <small> {dateWords(group.day, locale)}</small>}
      </span>
      <span className="clock-strain">
        <StrainSign strain={group.strain} /> {t(`hours.strain.${group.strain}`)}
      </span>
      <span className="clock-faces" aria-hidden="true">
        {people.slice(0, MOST_FACES).map(({ id, name, colour }) => (
          <Avatar key={id} name={name} colour={colour} size={22} decorative />
        ))}
      </span>
      <span className="clock-names">{names.format(people.map(({ shown }) => shown))}</span>
    </li>
  )
}
