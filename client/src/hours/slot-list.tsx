import { Button } from '@mantine/core'
import type { Circle } from '@rondo/shared/circle/model.ts'
import type { Slot } from '@rondo/shared/hours/model.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { useReader } from '../ui/reader/reader.ts'
import { Section } from '../ui/section/section.tsx'
import { EmptyState } from '../ui/states/empty-state.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { RowsSkeleton } from '../ui/states/skeleton.tsx'
import { intlLocale } from '../ui/time/time-words.ts'
import { useSlots } from './queries.ts'
import { SlotRow } from './slot-row.tsx'
import type { Wanted } from './wanted.ts'

/** So many times are shown before somebody asks for more. */
const FIRST = 4

interface SlotListProps {
  readonly circle: Circle
  readonly wanted: Wanted
}

/** The best times of a week, best first. */
export function SlotList({ circle, wanted }: SlotListProps) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const { data, error, refetch, isPlaceholderData } = useSlots(circle.id, wanted)
  if (error !== null) return <RefusalNotice error={error} onAgain={() => void refetch()} />
  if (data === undefined) return <RowsSkeleton rows={4} />
  const shown = all ? data.slots : data.slots.slice(0, FIRST)
  const [best] = shown
  if (best === undefined) return <EmptyState sentence={t('hours.slots.none')} />
  return (
    <Section title={t('hours.slots.title')}>
      <Unspared best={best} />
      <ol className="rows slots" data-stale={isPlaceholderData} aria-busy={isPlaceholderData}>
        {shown.map((slot) => (
          <SlotRow key={slot.starts[0]?.startsAt} circle={circle} slot={slot} />
        ))}
      </ol>
      {shown.length === data.slots.length ? null : (
        <Button className="slots-more" onClick={() => setAll(true)}>
          {t('hours.slots.more', { count: data.slots.length - shown.length })}
        </Button>
      )}
    </Section>
  )
}

/** Whom not even the best time spares. */
function Unspared({ best }: { readonly best: Slot }) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const who = useWho()
  const left = best.views.filter(({ strain }) => strain === 'night' || strain === 'day-off')
  if (left.length === 0) return null
  const names = new Intl.ListFormat(intlLocale(locale)).format(
    left.map(({ memberId }) => who(memberId).inText),
  )
  return <p className="hours-note">{t('hours.slots.unspared', { names })}</p>
}
