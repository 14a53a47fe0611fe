import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { serverNow } from '../platform/clock.ts'
import { useReader } from '../ui/reader/reader.ts'
import { dayWords, intlLocale } from '../ui/time/time-words.ts'
import { type LedgerChart, type LedgerRow, placeOf } from './ledger-chart.ts'
import './ledger.css'

interface RoleLedgerProps {
  readonly role: string
  /** "You are next", beside the name of the role. */
  readonly next: string
  readonly chart: LedgerChart
  readonly zone: string
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`

/** "13 Aug": under an axis the weekday says nothing. */
const shortDay = (at: number, locale: string, timeZone: string): string =>
  new Intl.DateTimeFormat(intlLocale(locale), { day: 'numeric', month: 'short', timeZone }).format(at)

/** Who held one role when, and who will: a line for everybody, a dot for every turn, no totals. */
export function RoleLedger({ role, next, chart, zone }: RoleLedgerProps) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const now = serverNow()
  const style: CSSProperties & Record<'--now', number> = { '--now': placeOf(now, chart) }
  return (
    <figure className="ledger" style={style}>
      <figcaption>
        <b className="strong">{role}</b>
        <span>{next}</span>
      </figcaption>
      {/* A table cannot be made as small as nothing; what holds it can. */}
      <div className="visually-hidden">
        <LedgerTable role={role} chart={chart} zone={zone} />
      </div>
      <div className="ledger-chart" aria-hidden="true">
        {chart.rows.map((row) => (
          <LedgerLine key={row.memberId} row={row} chart={chart} />
        ))}
        <span className="ledger-now" />
      </div>
      <p className="ledger-axis" aria-hidden="true">
        <span>{shortDay(chart.from, locale, zone)}</span>
        <span>{t('rotation.ledger.today')}</span>
      </p>
    </figure>
  )
}

function LedgerLine({ row, chart }: { readonly row: LedgerRow; readonly chart: LedgerChart }) {
  const person = useWho()(row.memberId)
  return (
    <div className="ledger-row">
      <span className="ledger-name">{person.shown}</span>
      <span className="ledger-line">
        <i className="ledger-rule" style={{ left: percent(placeOf(row.since, chart)) }} />
        {row.away.map(({ from, until }) => (
          <i
            key={from}
            className="ledger-away"
            style={{
              left: percent(placeOf(from, chart)),
              width: percent(placeOf(until, chart) - placeOf(from, chart)),
            }}
          />
        ))}
        {row.dots.map((dot) => (
          <i
            key={`${dot.state} ${dot.at}`}
            className="ledger-dot"
            data-state={dot.state}
            style={{ left: percent(placeOf(dot.at, chart)) }}
          />
        ))}
      </span>
    </div>
  )
}

/** The same as a table, for whoever hears it. */
function LedgerTable({ role, chart, zone }: Omit<RoleLedgerProps, 'next'>) {
  const { t } = useTranslation()
  return (
    <table>
      <caption>{t('rotation.ledger.caption', { role })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('rotation.ledger.member')}</th>
          <th scope="col">{t('rotation.ledger.served')}</th>
          <th scope="col">{t('rotation.ledger.planned')}</th>
          <th scope="col">{t('rotation.ledger.away')}</th>
        </tr>
      </thead>
      <tbody>
        {chart.rows.map((row) => (
          <LedgerTableRow key={row.memberId} row={row} zone={zone} />
        ))}
      </tbody>
    </table>
  )
}

function LedgerTableRow({ row, zone }: { readonly row: LedgerRow; readonly zone: string }) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const person = useWho()(row.memberId)
  const list = new Intl.ListFormat(intlLocale(locale))
  const day = (at: number) => dayWords(at, { locale, timeZone: zone })
  const said = (words: readonly string[]) =>
    words.length === 0 ? t('rotation.ledger.none') : list.format(words)
  const spans = row.away.map(({ from, until }) =>
    t('rotation.ledger.span', { from: day(from), until: day(until) }),
  )
  return (
    <tr>
      <th scope="row">{person.shown}</th>
      <td>{said(row.dots.filter((dot) => dot.state === 'served').map((dot) => day(dot.at)))}</td>
      <td>{said(row.dots.filter((dot) => dot.state !== 'served').map((dot) => day(dot.at)))}</td>
      <td>{said(spans)}</td>
    </tr>
  )
}
