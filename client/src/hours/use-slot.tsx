import type { Circle } from '@rondo/shared/circle/model.ts'
import type { Slot } from '@rondo/shared/hours/model.ts'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { useReader } from '../ui/reader/reader.ts'
import { dateWords } from '../ui/time/time-words.ts'

interface UseSlotProps {
  readonly circle: Circle
  readonly slot: Slot
}

/** The days of a time, each the way to a meeting then. */
export function UseSlot({ circle, slot }: UseSlotProps) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const id = useId()
  return (
    <div className="slot-use">
      <span id={id} className="text-small soft">
        {t('hours.slots.use')}
      </span>
      <ul aria-labelledby={id}>
        {slot.starts.map(({ startsAt, day }) => (
          <li key={startsAt}>
            <ButtonLink
              size="xs"
              to="/circles/$circleId/meetings/new"
              params={{ circleId: circle.id }}
              search={{ day, time: slot.time }}
              aria-label={t('hours.slots.useNamed', { day: dateWords(day, locale), time: slot.time })}
            >
              {dateWords(day, locale)}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </div>
  )
}
