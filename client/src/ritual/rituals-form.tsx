import { Select, Switch } from '@mantine/core'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { changeRitual, listRituals } from '@rondo/shared/ritual/contract.ts'
import type { Hour, Ritual } from '@rondo/shared/ritual/model.ts'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk, useTell } from '../platform/ask.ts'
import { useReader } from '../ui/reader/reader.ts'
import { Section } from '../ui/section/section.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { RowsSkeleton } from '../ui/states/skeleton.tsx'
import { cityOf, intlLocale } from '../ui/time/time-words.ts'
import './ritual.css'

type Change = { isOn?: boolean; hour?: Hour }

/** What comes round by itself in a circle; a change counts at once. */
export function RitualsForm({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  const params = { circleId: circle.id }
  const { data, error, refetch } = useAsk(listRituals, { params })
  const change = useTell(changeRitual, [listRituals])
  const tell = ({ name, version }: Ritual, wish: Change) =>
    // Whoever was slower sees how it stands now, beside the words that say who was faster.
    change.mutate(
      { params: { ...params, name }, body: { version, ...wish } },
      { onError: () => void refetch() },
    )
  return (
    <Section title={t('ritual.title')}>
      <p className="ritual-about soft">{t('ritual.about')}</p>
      {error === null ? null : <RefusalNotice error={error} onAgain={() => void refetch()} />}
      {data === undefined && error === null ? <RowsSkeleton rows={4} /> : null}
      <ul className="rows">
        {data?.rituals.map((ritual) => (
          <RitualRow
            key={ritual.name}
            ritual={ritual}
            timeZone={circle.timeZone}
            onChange={(wish) => tell(ritual, wish)}
          />
        ))}
      </ul>
      {change.error === null ? null : <RefusalNotice error={change.error} />}
    </Section>
  )
}

interface RitualRowProps {
  readonly ritual: Ritual
  readonly timeZone: string
  readonly onChange: (wish: Change) => void
}

function RitualRow({ ritual, timeZone, onChange }: RitualRowProps) {
  const { t } = useTranslation()
  const { name, isOn, hour } = ritual
  const id = useId()
  return (
    <li className="ritual-row">
      <div className="ritual-words">
        <h3 id={id}>{t(`ritual.names.${name}`)}</h3>
        <p className="soft" id={`${id}-about`}>
          {t(`ritual.abouts.${name}`)}
        </p>
        {isOn && hour !== null ? (
          <HourFields hour={hour} timeZone={timeZone} onChange={(next) => onChange({ hour: next })} />
        ) : null}
      </div>
      <Switch
        aria-labelledby={id}
        aria-describedby={`${id}-about`}
        checked={isOn}
        onChange={({ currentTarget }) => onChange({ isOn: currentTarget.checked })}
      />
    </li>
  )
}

/** A Monday, from which the names of the days are read. */
const MONDAY = Date.UTC(2026, 0, 5)
const DAY = 86_400_000
const DAYS = [1, 2, 3, 4, 5, 6, 7] as const

interface HourFieldsProps {
  readonly hour: Hour
  readonly timeZone: string
  readonly onChange: (hour: Hour) => void
}

function HourFields({ hour, timeZone, onChange }: HourFieldsProps) {
  const { t } = useTranslation()
  const names = new Intl.DateTimeFormat(intlLocale(useReader().locale), { weekday: 'long', timeZone: 'UTC' })
  const time = useId()
  return (
    <div className="ritual-hour">
      <Select
        label={t('ritual.weekday')}
        data={DAYS.map((day) => ({ value: `${day}`, label: names.format(MONDAY + (day - 1) * DAY) }))}
        value={`${hour.weekday}`}
        onChange={(value) => value !== null && onChange({ ...hour, weekday: Number(value) })}
        allowDeselect={false}
      />
      <div>
        <label htmlFor={time}>{t('ritual.time', { city: cityOf(timeZone) })}</label>
        <input
          id={time}
          type="time"
          className="control-input"
          defaultValue={hour.time}
          key={hour.time}
          required
          onBlur={({ currentTarget: { value } }) =>
            value !== '' && value !== hour.time && onChange({ ...hour, time: value })
          }
        />
      </div>
    </div>
  )
}
