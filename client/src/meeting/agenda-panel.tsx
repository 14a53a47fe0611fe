import type { MemberId, SegmentId } from '@rondo/shared/kernel/id.ts'
import { MINUTE } from '@rondo/shared/kernel/time.ts'
import { type AgendaLine, agendaOf } from '@rondo/shared/meeting/agenda.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { useFormatName } from '../format/index.ts'
import { RingProgress } from '../ui/ring/ring-progress.tsx'
import { ClockText } from '../ui/time/time-text.tsx'
import { plannedMinutes, progressOf } from './progress.ts'
import type { Room } from './room.ts'
import { minutesIn, roundedMinutes } from './timing.ts'
import { useNow } from './use-now.ts'
import './agenda-panel.css'

interface AgendaPanelProps {
  readonly room: Pick<Room, 'meeting' | 'state' | 'items'>
  /** Goes to a segment in the notes. */
  readonly onSegment: (id: SegmentId) => void
}

/** How far we are, and every segment with its spent and planned minutes; the current one is lit. */
export function AgendaPanel({ room, onSegment }: AgendaPanelProps) {
  const { t } = useTranslation()
  const now = useNow()
  const format = useFormatName(room.meeting)
  const lines = agendaOf(room.items, room.state, now)
  const runs = room.state.phase === 'live' || room.state.phase === 'wrapped'
  return (
    <>
      {format === null ? null : <p className="agenda-format">{t('meeting.format', { name: format })}</p>}
      <AgendaClock lines={lines} state={room.state} now={now} />
      {lines.length === 0 ? (
        <p className="text-small faint">{t('meeting.noSegments')}</p>
      ) : (
        <>
          <p className="agenda-columns" aria-hidden="true">
            {t(runs ? 'meeting.columns' : 'meeting.columnsPlanned')}
          </p>
          <ol className="agenda-lines">
            {lines.map((line) => (
              <AgendaRow key={line.id} line={line} runs={runs} onSegment={onSegment} />
            ))}
          </ol>
        </>
      )}
    </>
  )
}

interface AgendaClockProps {
  readonly lines: readonly AgendaLine[]
  readonly state: Room['state']
  readonly now: number
}

function AgendaClock({ lines, state, now }: AgendaClockProps) {
  const { t } = useTranslation()
  if (state.phase !== 'live' && state.phase !== 'wrapped') return <PlannedClock lines={lines} state={state} />
  const progress = progressOf(lines, state, now)
  const over = roundedMinutes(progress.over)
  const current = lines.findIndex((line) => line.status === 'now')
  const label = t('meeting.progress.ring', {
    count: minutesIn(progress.elapsed),
    planned: roundedMinutes(progress.planned),
    segment: current + 1,
    segments: lines.length,
  })
  return (
    <div className="agenda-clock">
      <RingProgress segments={progress.ring} elapsed={progress.elapsed / MINUTE} label={label} />
      <div>
        <p className="agenda-elapsed num">
          {t('meeting.progress.minutes', { count: minutesIn(progress.elapsed) })}
        </p>
        <p className="num">
          {t('meeting.progress.of', { planned: roundedMinutes(progress.planned) })}{' '}
          <ClockText at={progress.endsAt} />
        </p>
        {over > 0 ? <p className="num">{t('meeting.progress.over', { count: over })}</p> : null}
      </div>
    </div>
  )
}

function PlannedClock({ lines, state }: Omit<AgendaClockProps, 'now'>) {
  const { t } = useTranslation()
  const planned = plannedMinutes(lines)
  const label = t('meeting.progress.ringPlanned', { planned, segments: lines.length })
  return (
    <div className="agenda-clock">
      {/* Its dot is lit: it says now, and this is never. */}
      {state.phase === 'cancelled' ? null : (
        <RingProgress segments={lines.map((line) => line.minutes)} elapsed={0} label={label} />
      )}
      <div>
        <p className="agenda-elapsed num">{t('meeting.progress.minutes', { count: planned })}</p>
        <p className="num">
          {t(state.phase === 'cancelled' ? 'meeting.cancelled.wasToStart' : 'meeting.progress.planned')}{' '}
          <ClockText at={state.startsAt} />
        </p>
      </div>
    </div>
  )
}

interface AgendaRowProps {
  readonly line: AgendaLine
  readonly runs: boolean
  readonly onSegment: (id: SegmentId) => void
}

function AgendaRow({ line, runs, onSegment }: AgendaRowProps) {
  const { t } = useTranslation()
  const who = useWho()
  return (
    <li data-status={line.status} aria-current={line.status === 'now' ? 'step' : undefined}>
      <button type="button" className="agenda-line" onClick={() => onSegment(line.id)}>
        <span className="agenda-dot" aria-hidden="true" />
        <span className="agenda-name">
          <b>{line.title || t('meeting.someSegment')}</b>
          {line.lead === null ? null : <small>{who(line.lead as MemberId).shown}</small>}
        </span>
        <Minutes line={line} runs={runs} />
      </button>
    </li>
  )
}

const PLANNED = ['plannedOnly', 'plannedMore'] as const

function Minutes({ line, runs }: Pick<AgendaRowProps, 'line' | 'runs'>) {
  const { t } = useTranslation()
  const spent = line.status === 'now' ? minutesIn(line.spent) : roundedMinutes(line.spent)
  const { minutes: planned, extra } = line
  const words = runs && line.status !== 'to-come' ? (['spentOf', 'spentOfMore'] as const) : PLANNED
  const told = t(`meeting.${words[extra > 0 ? 1 : 0]}`, { spent, planned, extra })
  const plan = extra > 0 ? `${planned} + ${extra}` : planned
  return (
    <span className="agenda-minutes num">
      <span className="visually-hidden">{told}</span>
      <span aria-hidden="true">
        {line.status === 'to-come' ? (
          <i>{plan}</i>
        ) : (
          <>
            {spent} <i>/ {plan}</i>
          </>
        )}
      </span>
    </span>
  )
}
