import type { Circle } from '@rondo/shared/circle/model.ts'
import type { Slot } from '@rondo/shared/hours/model.ts'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { useReader } from '../ui/reader/reader.ts'
import { cityOf, dateWords, intlLocale } from '../ui/time/time-words.ts'
import { countsOf } from './clock-groups.ts'
import { ClockStrip } from './clock-strip.tsx'

interface SlotRowProps {
  readonly circle: Circle
  readonly slot: Slot
}

/** One time: when, whom it costs what, everyone's clock, and the way to take it. */
export function SlotRow({ circle, slot }: SlotRowProps) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const when = t('ui.time.there', {
    time: `${dateWords(slot.day, locale)}, ${slot.time}`,
    city: cityOf(circle.timeZone),
  })
  return (
    <li className="slot">
      <div className="slot-head">
        <div>
          <h3>
            <time dateTime={new Date(slot.startsAt).toISOString()}>{when}</time>
          </h3>
          <p className="text-small soft">
            <Cost slot={slot} />{' '}
            {slot.earliest === slot.latest
              ? null
              : t('hours.slots.stretch', { from: slot.earliest, to: slot.latest })}
          </p>
        </div>
        <ButtonLink
          to="/circles/$circleId/meetings/new"
          params={{ circleId: circle.id }}
          search={{ day: slot.day, time: slot.time }}
          aria-label={t('hours.slots.useNamed', { when })}
        >
          {t('hours.slots.use')}
        </ButtonLink>
      </div>
      <ClockStrip views={slot.views} day={slot.day} />
    </li>
  )
}

/** "1 person at night and 2 people at the edge of the day." */
function Cost({ slot }: { readonly slot: Slot }) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const counts = countsOf(slot.views)
  if (counts.length === 0) return t('hours.slots.all')
  const list = new Intl.ListFormat(intlLocale(locale)).format(
    counts.map(([strain, count]) => t(`hours.slots.${strain}`, { count })),
  )
  return t('hours.slots.sentence', { list })
}
