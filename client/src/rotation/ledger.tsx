import { DAY, type Instant } from '@rondo/shared/kernel/time.ts'
import type { Role, Rotation } from '@rondo/shared/rotation/model.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { serverNow } from '../platform/clock.ts'
import { Section } from '../ui/section/section.tsx'
import { type LedgerTurn, ledgerChart } from './ledger-chart.ts'
import { RoleLedger } from './role-ledger.tsx'
import { useRota } from './rota.ts'
import { turnOrder } from './turn-order.ts'
import { useRotaWords } from './use-rota-words.ts'

/** Who held each role when, and who will: a chart for every role, in the order of who is next. */
export function Ledger() {
  const { t } = useTranslation()
  const { rotation } = useRota()
  const isBlank =
    rotation.ledger.length === 0 && rotation.meetings.every((meeting) => meeting.startsAt === null)
  return (
    <Section title={t('rotation.ledger.title')} {...(isBlank ? {} : { aside: <LedgerKey /> })}>
      <p className="ledger-about">
        {rotation.ledger.length === 0 ? t('rotation.ledger.empty') : t('rotation.ledger.about')}
      </p>
      {isBlank ? null : (
        <div className="ledgers">
          {rotation.roles.map(({ role }) => (
            <LedgerOf key={role} role={role} />
          ))}
        </div>
      )}
    </Section>
  )
}

function LedgerOf({ role }: { readonly role: Role }) {
  const { circle, rotation } = useRota()
  const words = useRotaWords(circle, rotation)
  const planned = useTurnsIn(role)
  const seated = new Map(circle.seats.map((seat) => [seat.memberId, seat.joinedAt]))
  const chart = ledgerChart(
    {
      order: turnOrder(holdersOf(rotation, role), circle.seats, rotation.ledger, role),
      served: rotation.ledger
        .filter((service) => service.role === role)
        .map(({ memberId, servedAt }) => ({ memberId, at: servedAt })),
      planned,
      away: rotation.away.map(({ memberId, from, to }) => ({
        memberId,
        from: startOf(from),
        until: startOf(to) + DAY,
      })),
      joined: seated,
    },
    serverNow(),
  )
  const nextWords = useNextWords(role)
  return <RoleLedger role={words.role(role)} next={nextWords} chart={chart} zone={circle.timeZone} />
}

/** "You are next", or who stands in for whoever would be and is away. */
const useNextWords = (role: Role): string => {
  const { t } = useTranslation()
  const { circle, rotation } = useRota()
  const who = useWho()
  const [meeting] = rotation.meetings
  const next = meeting?.cells.find((cell) => cell.role === role)?.memberId ?? null
  if (meeting === undefined || next === null) return t('rotation.ledger.nobodyNext')
  const person = who(next)
  const [inLine] = turnOrder([], circle.seats, rotation.ledger, role)
  if (inLine !== undefined && inLine !== next && meeting.away.includes(inLine))
    return t('rotation.ledger.standsIn', { away: who(inLine).shown, name: person.inText })
  return person.isMe ? t('rotation.ledger.youAreNext') : t('rotation.ledger.isNext', { name: person.shown })
}

/** Who holds a role in the next meetings, with or without a date. */
const holdersOf = ({ meetings }: Pick<Rotation, 'meetings'>, role: Role) =>
  meetings.flatMap(({ cells }) => {
    const memberId = cells.find((cell) => cell.role === role)?.memberId ?? null
    return memberId === null ? [] : [{ memberId }]
  })

/** On a line of months the beginning of a day is near enough without its zone. */
const startOf = (day: string): Instant => Date.parse(`${day}T00:00:00Z`)

/** The turns in a role that have a holder and a date, soonest first. */
const useTurnsIn = (role: Role): LedgerTurn[] => {
  const { rotation } = useRota()
  return rotation.meetings.flatMap(({ startsAt, cells }) => {
    const memberId = cells.find((cell) => cell.role === role)?.memberId ?? null
    return memberId === null || startsAt === null ? [] : [{ memberId, at: startsAt }]
  })
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
      <span>
        <i className="ledger-away" />
        {t('rotation.ledger.away')}
      </span>
    </span>
  )
}
