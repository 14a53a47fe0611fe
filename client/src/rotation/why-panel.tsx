import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { type Act, actsFor } from './acts.ts'
import { cellBy, isDated, nextTurnOf, type PlacedCell } from './cells.ts'
import { useRota } from './rota.ts'
import { useRotaWords } from './use-rota-words.ts'

/** What stands beside the reason; the rest is in the menu of the cell. */
const SHOWN: readonly Act[] = ['accept', 'swap', 'decline', 'skip', 'volunteer']

/** Below the table: why the looked-at turn is whose it is, and what can be done about it in one step. */
export function WhyPanel() {
  const { t } = useTranslation()
  const { rotation, me, looked } = useRota()
  const who = useWho()
  const placed = cellBy(rotation, looked) ?? nextTurnOf(rotation, me) ?? cellBy(rotation, firstKey(rotation))
  if (placed === undefined) return null
  const { memberId } = placed.cell
  const person = memberId === null ? undefined : who(memberId)
  const title =
    person === undefined
      ? t('rotation.whyNobody')
      : person.isMe
        ? t('rotation.whyYou')
        : t('rotation.whyThem', { name: person.shown })
  return (
    <div className="rota-below">
      <p>
        <WhyWords placed={placed} title={title} />
      </p>
      <WhyActs placed={placed} />
    </div>
  )
}

const firstKey = ({ meetings }: Parameters<typeof cellBy>[0]): string | undefined => {
  const [meeting] = meetings
  const [cell] = meeting?.cells ?? []
  return meeting === undefined || cell === undefined
    ? undefined
    : `${meeting.meetingId ?? 'later-0'} ${cell.role}`
}

function WhyWords({ placed, title }: { readonly placed: PlacedCell; readonly title: string }) {
  const { t } = useTranslation()
  const { circle, rotation } = useRota()
  const words = useRotaWords(circle, rotation)
  const who = useWho()
  const passed = placed.cell.passed.map(({ memberId, kind }) => {
    const { isMe, shown } = who(memberId)
    const form = isMe ? (kind === 'declined' ? 'youDeclined' : 'youSkipped') : kind
    return t(`rotation.passed.${form}`, { name: shown })
  })
  const role = words.role(placed.cell.role)
  const about = isDated(placed) ? t('rotation.act.label', { role, date: words.day(placed.meeting) }) : role
  return (
    <>
      <b className="strong">{title}</b> <span className="faint">{about}:</span>{' '}
      {[words.why(placed), ...passed].join(' ')}
    </>
  )
}

function WhyActs({ placed }: { readonly placed: PlacedCell }) {
  const { t } = useTranslation()
  const { hand, me, act, tell, run } = useRota()
  if (!isDated(placed)) return null
  const acts = actsFor(placed, { me, standing: hand }).filter((one) => SHOWN.includes(one))
  if (acts.length === 0) return null
  const mine = placed.cell.memberId === me
  return (
    <div className="rota-acts">
      {acts.map((one) => (
        <Button key={one} size="compact-sm" disabled={run.isPending} onClick={() => act(one, placed)}>
          {t(`rotation.short-act.${one}`)}
        </Button>
      ))}
      {mine ? (
        <Button
          size="compact-sm"
          variant="subtle"
          disabled={run.isPending}
          onClick={() => tell({ do: 'not-yet', role: placed.cell.role })}
        >
          {t('rotation.short-act.notYet')}
        </Button>
      ) : null}
    </div>
  )
}
