import { shallowEqual } from '@mantine/hooks'
import type { SegmentId } from '@rondo/shared/kernel/id.ts'
import { MINUTE } from '@rondo/shared/kernel/time.ts'
import { type AgendaLine, agendaOf } from '@rondo/shared/meeting/agenda.ts'
import { type ComponentProps, memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormatName } from '../format/index.ts'
import { RingProgress } from '../ui/ring/ring-progress.tsx'
import { RowsSkeleton } from '../ui/states/skeleton.tsx'
import { ClockText } from '../ui/time/time-text.tsx'
import { AgendaList } from './pace/agenda-list.tsx'
import { plannedMinutes, progressOf } from './progress.ts'
import type { Room } from './room.ts'
import { minutesIn, roundedMinutes } from './timing.ts'
import { useNow } from './use-now.ts'
import './agenda-panel.css'

interface AgendaPanelProps {
  readonly room: Room
  /** Whether the notes are here, and with them the agenda. */
  readonly isReady?: boolean
  /** Goes to a segment in the notes. */
  readonly onSegment: (id: SegmentId) => void
}

/** How far we are, and every segment with its spent and planned minutes; the current one is lit. */
export const AgendaPanel = memo(function AgendaPanel({ room, isReady = true, onSegment }: AgendaPanelProps) {
  const { t } = useTranslation()
  const now = useNow()
  const format = useFormatName(room.meeting)
  const lines = agendaOf(room.items, room.state, now)
  const runs = room.state.phase === 'live' || room.state.phase === 'wrapped'
  if (!isReady && lines.length === 0) return <RowsSkeleton rows={5} />
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
          <SteadyList room={room} lines={lines} onSegment={onSegment} />
        </>
      )}
    </>
  )
})

type ListProps = ComponentProps<typeof AgendaList>

/** A line as it is shown: in minutes, whole and rounded. */
const shownOf = (line: AgendaLine | undefined) =>
  line && { ...line, spent: `${minutesIn(line.spent)} ${roundedMinutes(line.spent)}` }

const showsTheSame = (before: ListProps, after: ListProps): boolean =>
  before.room === after.room &&
  before.onSegment === after.onSegment &&
  before.lines.length === after.lines.length &&
  before.lines.every((line, at) => shallowEqual(shownOf(line), shownOf(after.lines[at])))

/** Drawn anew when a minute is over, and not with every second of the clock above it. */
const SteadyList = memo(AgendaList, showsTheSame)

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
