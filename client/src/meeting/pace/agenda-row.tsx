import type { MemberId, SegmentId } from '@rondo/shared/kernel/id.ts'
import type { AgendaLine } from '@rondo/shared/meeting/agenda.ts'
import { partOf } from '@rondo/shared/meeting/parts.ts'
import { IconGripVertical } from '@tabler/icons-react'
import { type ComponentProps, type KeyboardEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../../account/index.ts'
import { usePartWords } from '../../format/index.ts'
import type { Room } from '../room.ts'
import { minutesIn, roundedMinutes } from '../timing.ts'
import { RowMenu } from './row-menu.tsx'

export interface AgendaRowProps {
  readonly room: Room
  readonly line: AgendaLine
  readonly place: { readonly isFirst: boolean; readonly isLast: boolean }
  readonly isDragged: boolean
  /** What its handle listens to; undefined where the reader may not move it. */
  readonly grip: ComponentProps<'span'> | undefined
  readonly onSegment: (id: SegmentId) => void
  readonly onStep: (by: 1 | -1) => void
}

/** A segment with its spent and planned minutes; a press goes to it in the notes. */
export function AgendaRow(props: AgendaRowProps) {
  const { room, line, isDragged, grip, onSegment, onStep } = props
  const { t } = useTranslation()
  const hintId = useId()
  const keys = (event: KeyboardEvent) => {
    if (grip === undefined || !event.altKey || event.shiftKey) return
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    onStep(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <li
      data-status={line.status}
      data-dragged={isDragged || undefined}
      aria-current={line.status === 'now' ? 'step' : undefined}
    >
      {grip === undefined ? null : (
        // For a pointer only: keys and menu do what it does.
        <span className="agenda-grip" aria-hidden="true" {...grip}>
          <IconGripVertical size={16} stroke={1.5} />
        </span>
      )}
      <button
        type="button"
        className="agenda-line"
        aria-describedby={grip === undefined ? undefined : hintId}
        onKeyDown={keys}
        onClick={() => onSegment(line.id)}
      >
        <span className="agenda-dot" aria-hidden="true" />
        <span className="agenda-name">
          <b>{line.title || t('meeting.someSegment')}</b>
          <Below room={room} line={line} />
        </span>
        <Minutes room={room} line={line} />
      </button>
      {grip === undefined ? null : (
        <span id={hintId} hidden>
          {t('meeting.pace.row.hint')}
        </span>
      )}
      {grip === undefined ? null : <RowMenu {...props} />}
    </li>
  )
}

/** Who leads the segment and what it is. */
function Below({ room, line }: Pick<AgendaRowProps, 'room' | 'line'>) {
  const who = useWho()
  const words = usePartWords()
  const part = words({ part: partOf(room.state, line.id), carryOver: false })
  const lead = line.lead === null ? undefined : who(line.lead as MemberId).shown
  const said = [lead, part].filter((one) => one !== undefined)
  return said.length === 0 ? null : <small>{said.join(', ')}</small>
}

const PLANNED = ['plannedOnly', 'plannedMore'] as const
const SPENT = ['spentOf', 'spentOfMore'] as const

function Minutes({ room, line }: Pick<AgendaRowProps, 'room' | 'line'>) {
  const { t } = useTranslation()
  const { minutes: planned, extra } = line
  const runs = room.state.phase === 'live' || room.state.phase === 'wrapped'
  const isAhead = line.status === 'to-come'
  const spent = line.status === 'now' ? minutesIn(line.spent) : roundedMinutes(line.spent)
  const words = runs && !isAhead ? SPENT : PLANNED
  const plan = extra > 0 ? `${planned} + ${extra}` : planned
  return (
    <span className="agenda-minutes num">
      <span className="visually-hidden">
        {t(`meeting.${words[extra > 0 ? 1 : 0]}`, { spent, planned, extra })}
      </span>
      <span aria-hidden="true">
        {isAhead ? null : `${spent} `}
        <i>{isAhead ? plan : `/ ${plan}`}</i>
      </span>
    </span>
  )
}
