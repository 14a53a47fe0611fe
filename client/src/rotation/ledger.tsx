import type { Circle } from '@rondo/shared/circle/model.ts'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { serverNow } from '../platform/clock.ts'
import { useReader } from '../ui/reader/reader.ts'
import { Section } from '../ui/section/section.tsx'
import { dayWords, intlLocale } from '../ui/time/time-words.ts'
import { type LedgerChart, type LedgerDot, type LedgerRow, ledgerChart, placeOf } from './ledger-rows.ts'
import { turnOrder } from './turn-order.ts'
import type { Rotation } from './use-rota-seats.ts'

interface LedgerProps {
  readonly circle: Circle
  readonly rotation: Rotation
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`

/** Who led when, and who will: a line for everybody, a dot for every turn, no totals. */
export function Ledger({ circle, rotation }: LedgerProps) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const order = turnOrder(rotation.turns, circle.seats, rotation.ledger)
  const now = serverNow()
  const chart = ledgerChart(order, rotation.ledger, rotation.turns, now)
  const there = { locale, timeZone: circle.timeZone }
  const style: CSSProperties & Record<'--share', number> = { '--share': placeOf(now, chart) }
  return (
    <Section title={t('rotation.ledger.title')} aside={<LedgerKey />}>
      <p className="ledger-about">
        {rotation.ledger.length === 0 ? t('rotation.ledger.empty') : t('rotation.ledger.about')}
      </p>
      <div className="ledger" style={style}>
        <ol>
          {chart.rows.map((row) => (
            <LedgerLine key={row.memberId} row={row} chart={chart} zone={circle.timeZone} />
          ))}
        </ol>
        <p className="ledger-axis" aria-hidden="true">
          <span>{dayWords(chart.from, there)}</span>
          <span className="ledger-today">{t('rotation.ledger.today')}</span>
        </p>
      </div>
    </Section>
  )
}

interface LedgerLineProps {
  readonly row: LedgerRow
  readonly chart: LedgerChart
  readonly zone: string
}

function LedgerLine({ row, chart, zone }: LedgerLineProps) {
  const person = useWho()(row.memberId)
  const told = useLineWords(row.dots, zone)
  return (
    <li>
      <span className="ledger-name">{person.shown}</span>
      <span className="visually-hidden">{told}</span>
      <span className="ledger-line" aria-hidden="true" title={told}>
        {row.dots.map((dot) => (
          <i
            key={`${dot.state} ${dot.at}`}
            className="ledger-dot"
            data-state={dot.state}
            style={{ left: percent(placeOf(dot.at, chart)) }}
          />
        ))}
      </span>
    </li>
  )
}

/** The dots of one line in words. */
const useLineWords = (dots: readonly LedgerDot[], zone: string): string => {
  const { t } = useTranslation()
  const { locale } = useReader()
  const days = (state: LedgerDot['state']) =>
    dots.filter((dot) => dot.state === state).map((dot) => dayWords(dot.at, { locale, timeZone: zone }))
  const list = new Intl.ListFormat(intlLocale(locale))
  const [led, next, planned] = [days('served'), days('next'), days('planned')]
  return [
    led.length === 0 ? t('rotation.ledger.neverLed') : t('rotation.ledger.led', { dates: list.format(led) }),
    next.length === 0 ? '' : t('rotation.ledger.leadsNext', { date: list.format(next) }),
    planned.length === 0 ? '' : t('rotation.ledger.leadsOn', { date: list.format(planned) }),
  ]
    .filter(Boolean)
    .join('; ')
}

function LedgerKey() {
  const { t } = useTranslation()
  return (
    <span className="ledger-key" aria-hidden="true">
      {(['served', 'next', 'planned'] as const).map((state) => (
        <span key={state}>
          <i className="ledger-dot" data-state={state} />
          {t(`rotation.ledger.${state}`)}
        </span>
      ))}
    </span>
  )
}
