import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FairSearch } from './search.ts'
import type { Wanted } from './wanted.ts'

const LENGTHS = [15, 30, 45, 60, 75, 90, 120, 180] as const
const RHYTHMS = [1, 2, 3, 4] as const

interface WantedFieldsProps {
  readonly wanted: Wanted
  readonly isSeries: boolean
}

/** What is looked for; it stands in the address, so that it can be sent to somebody. */
export function WantedFields({ wanted, isSeries }: WantedFieldsProps) {
  const { t } = useTranslation()
  const look = useLook()
  return (
    <div className="wanted">
      <SegmentedControl
        aria-label={t('hours.view.label')}
        value={isSeries ? 'series' : 'once'}
        onChange={(view) => look({ view: view === 'series' ? 'series' : undefined })}
        data={[
          { value: 'once', label: t('hours.view.once') },
          { value: 'series', label: t('hours.view.series') },
        ]}
      />
      <DayField key={wanted.day} day={wanted.day} isSeries={isSeries} />
      <Select
        label={t('hours.minutes')}
        allowDeselect={false}
        value={String(wanted.minutes)}
        data={[...new Set([...LENGTHS, wanted.minutes])]
          .toSorted((a, b) => a - b)
          .map((count) => ({ value: String(count), label: t('hours.minutesOf', { count }) }))}
        onChange={(minutes) => look({ minutes: Number(minutes) })}
      />
      {isSeries ? (
        <Select
          label={t('hours.every')}
          allowDeselect={false}
          value={String(wanted.weeks)}
          data={RHYTHMS.map((count) => ({ value: String(count), label: t('hours.weeks', { count }) }))}
          onChange={(weeks) => look({ weeks: Number(weeks) })}
        />
      ) : null}
    </div>
  )
}

/** A half-typed date changes nothing yet. */
function DayField({ day, isSeries }: { readonly day: string; readonly isSeries: boolean }) {
  const { t } = useTranslation()
  const look = useLook()
  const [typed, setTyped] = useState(day)
  return (
    <TextInput
      type="date"
      label={t(isSeries ? 'hours.firstDay' : 'hours.day')}
      value={typed}
      error={typed === '' ? t('hours.dayWrong') : null}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        if (/^2\d{3}-/.test(event.currentTarget.value)) look({ day: event.currentTarget.value })
      }}
    />
  )
}

type Look = { readonly [Name in keyof FairSearch]?: FairSearch[Name] | undefined }

function useLook() {
  const navigate = useNavigate({ from: '/circles/$circleId/fair-hours' })
  return (change: Look) =>
    void navigate({
      search: (before) => cleaned({ ...before, ...change }),
      replace: true,
      resetScroll: false,
    })
}

const cleaned = (search: Look): FairSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined))
