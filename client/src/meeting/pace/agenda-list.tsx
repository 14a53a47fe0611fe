import type { SegmentId } from '@rondo/shared/kernel/id.ts'
import type { AgendaLine } from '@rondo/shared/meeting/agenda.ts'
import { before, moved } from '@rondo/shared/meeting/order.ts'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReorder } from '../../ui/reorder/use-reorder.ts'
import { leads } from '../leading.ts'
import type { Room } from '../room.ts'
import { AgendaRow } from './agenda-row.tsx'
import './agenda-list.css'

interface AgendaListProps {
  readonly room: Room
  readonly lines: readonly AgendaLine[]
  /** Goes to a segment in the notes. */
  readonly onSegment: (id: SegmentId) => void
}

/** The segments in order. Whoever leads moves them by their dots, by keys and by a menu; the order is the server's. */
export function AgendaList({ room, lines, onSegment }: AgendaListProps) {
  const { t } = useTranslation()
  const list = useRef<HTMLOListElement>(null)
  const [said, setSaid] = useState('')
  const [carried, setCarried] = useState<{ id: SegmentId; order: readonly SegmentId[] }>()
  const order = lines.map(({ id }) => id)
  const { state, run, onlooker, online, meeting } = room
  const isOpen = state.phase === 'scheduled' || state.phase === 'live'
  const mayMove = isOpen && meeting.mayWrite && online && leads(state, onlooker)

  const put = (id: SegmentId, to: SegmentId | null) => {
    const from = before(order, id)
    if (from === to || run.isPending) return
    const title = lines.find((line) => line.id === id)?.title || t('meeting.someSegment')
    const number = moved(order, id, to).indexOf(id) + 1
    const words = t('meeting.pace.row.moved', { title, number, count: order.length })
    run.mutate({ do: 'move', segmentId: id, from, to }, { onSuccess: () => setSaid(words) })
  }
  const step = (id: SegmentId, by: 1 | -1) => {
    const others = order.filter((one) => one !== id)
    const place = order.indexOf(id) + by
    if (place >= 0 && place < order.length) put(id, others[place - 1] ?? null)
  }
  const shown = carried?.order ?? order
  const reorder = useReorder(
    list,
    shown,
    (from, to) => {
      const id = shown[from]
      if (id === undefined) return
      const others = shown.filter((one) => one !== id)
      setCarried({ id, order: others.toSpliced(to, 0, id) })
    },
    () => {
      if (carried !== undefined) put(carried.id, before(carried.order, carried.id))
      setCarried(undefined)
    },
  )
  return (
    <>
      <ol className="agenda-lines" ref={list}>
        {shown.flatMap((id) => {
          const line = lines.find((one) => one.id === id)
          if (line === undefined) return []
          return (
            <AgendaRow
              key={id}
              room={room}
              line={line}
              place={{ isFirst: id === order[0], isLast: id === order.at(-1) }}
              isDragged={reorder.dragged === id}
              grip={mayMove ? reorder.grip(id) : undefined}
              onSegment={onSegment}
              onStep={(by) => step(id, by)}
            />
          )
        })}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  )
}
