import type { Circle } from '@rondo/shared/circle/model.ts'
import type { Slot } from '@rondo/shared/hours/model.ts'
import { useTranslation } from 'react-i18next'
import { useReader } from '../ui/reader/reader.ts'
import { cityOf, intlLocale } from '../ui/time/time-words.ts'
import { countsOf } from './clock-groups.ts'
import { ClockStrip } from './clock-strip.tsx'
import { UseSlot } from './use-slot.tsx'

interface SlotRowProps {
  readonly circle: Circle
  readonly slot: Slot
}

/** One time: whom it costs what, the days on which it is so, and everyone's clock. */
export function SlotRow({ circle, slot }: SlotRowProps) {
  const { t } = useTranslation()
  return (
    <li className="slot">
      <h3>{t('ui.time.there', { time: slot.time, city: cityOf(circle.timeZone) })}</h3>
      <p className="text-small soft">
        <Cost slot={slot} />{' '}
        {slot.earliest === slot.latest
          ? null
          : t('hours.slots.stretch', { from: slot.earliest, to: slot.latest })}
      </p>
      <ClockStrip views={slot.views} day={slot.starts[0]?.day ?? ''} />
      <UseSlot circle={circle} slot={slot} />
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
