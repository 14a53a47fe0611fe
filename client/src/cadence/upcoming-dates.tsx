import { Button } from '@mantine/core'
import type { CadenceView, Occurrence } from '@rondo/shared/cadence/model.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CancelDialog, MoveDialog } from '../meeting/index.ts'
import { TextLink } from '../ui/link/text-link.tsx'
import { useReader } from '../ui/reader/reader.ts'
import { Section } from '../ui/section/section.tsx'
import { DateText, TimeText } from '../ui/time/time-text.tsx'
import { cityOf } from '../ui/time/time-words.ts'
import { ruleWords } from './rule-words.ts'

const AT_FIRST = 6

interface UpcomingDatesProps {
  readonly circle: Circle
  readonly view: CadenceView
}

/** The next dates, each in the zone of the circle and in mine; any one of them can be moved or called off. */
export function UpcomingDates({ circle, view }: UpcomingDatesProps) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const [all, setAll] = useState(false)
  const { cadence, occurrences } = view
  const shown = all ? occurrences : occurrences.slice(0, AT_FIRST)
  const more =
    occurrences.length > AT_FIRST ? (
      <button type="button" className="text-link" aria-expanded={all} onClick={() => setAll(!all)}>
        {all ? t('circle.fewer') : t('circle.allOf', { count: occurrences.length })}
      </button>
    ) : undefined
  return (
    <Section title={t('cadence.dates.title')} {...(more === undefined ? {} : { aside: more })}>
      <p className="soft measure cadence-words">
        {cadence === null
          ? t('cadence.dates.none')
          : t('cadence.line.repeats', {
              words: ruleWords(cadence, t, locale),
              city: cityOf(cadence.timeZone),
            })}
      </p>
      <ul className="rows">
        {shown.map((occurrence) => (
          <li key={occurrence.meetingId}>
            <DateRow circle={circle} occurrence={occurrence} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function DateRow({ circle, occurrence }: { readonly circle: Circle; readonly occurrence: Occurrence }) {
  const { t } = useTranslation()
  const [dialog, setDialog] = useState<'move' | 'skip' | null>(null)
  const { meetingId, title, startsAt, state, date } = occurrence
  const meeting = { id: meetingId, title, startsAt, timeZone: circle.timeZone }
  const close = () => setDialog(null)
  const mayAct = circle.standing !== 'none' && state !== 'cancelled'
  return (
    <div className="cadence-date">
      <div className={state === 'cancelled' ? 'cadence-date-off' : undefined}>
        <b>
          <TimeText at={startsAt} zone={circle.timeZone} />
        </b>
        <small className="soft">
          <TextLink to="/meetings/$meetingId" params={{ meetingId }}>
            {title}
          </TextLink>
          {state === 'moved' ? (
            <>
              {'. '}
              {t('cadence.dates.movedFrom')} <DateText day={date} />
            </>
          ) : null}
          {state === 'cancelled'
            ? `. ${t('circle.notes.cancelled', { reason: occurrence.cancelReason ?? '' })}`
            : null}
        </small>
      </div>
      {mayAct ? (
        <div className="cadence-date-acts">
          <Button
            size="compact-sm"
            onClick={() => setDialog('move')}
            aria-label={t('cadence.dates.moveThis', { date })}
          >
            {t('cadence.dates.move')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => setDialog('skip')}
            aria-label={t('cadence.dates.skipThis', { date })}
          >
            {t('cadence.dates.skip')}
          </Button>
        </div>
      ) : null}
      <MoveDialog meeting={meeting} opened={dialog === 'move'} onClose={close} />
      <CancelDialog meeting={meeting} opened={dialog === 'skip'} onClose={close} />
    </div>
  )
}
