import type { RotaMeeting } from '@rondo/shared/rotation/model.ts'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { datedBy } from './cells.ts'
import { Ghost } from './ghost.tsx'
import { type GridSize, moved, type Place, within } from './moves.ts'
import { columnPeople, PersonHeads } from './person-marks.tsx'
import { useRota } from './rota.ts'
import { RotaRow } from './rota-row.tsx'
import { swapObstacle } from './swap-target.ts'
import { useDrag } from './use-drag.ts'
import { useRotaWords } from './use-rota-words.ts'
import './rota-grid.css'

/** The least widths of the columns, in pixels: with many roles the table scrolls. */
const [WHEN, TURN, PERSON] = [112, 132, 27]

/** An ARIA grid; the table gives it its rows and heads. */
const GRID = { role: 'grid' } as const

/** The next meetings by roles: one stop of the Tab key, arrows inside, and turns that can be carried. */
export function RotaGrid() {
  const { t } = useTranslation()
  const { circle, rotation, carried } = useRota()
  const words = useRotaWords(circle, rotation)
  const table = useRef<HTMLTableElement>(null)
  const size = { rows: rotation.meetings.length, columns: rotation.roles.length + 1 }
  const { place, ...listening } = useRoving(table, size)
  const { ghost, onPointerDown } = useCellDrag()
  const people = circle.standing === 'none' ? [] : columnPeople(circle.seats, rotation)
  return (
    <div className="rota-scroll">
      <table
        ref={table}
        {...GRID}
        className="rota"
        aria-label={t('rotation.grid.label')}
        aria-describedby="rota-keys"
        style={{ minInlineSize: WHEN + rotation.roles.length * TURN + people.length * PERSON }}
        data-carrying={carried !== undefined}
        onPointerDown={onPointerDown}
        {...listening}
      >
        <colgroup>
          <col className="rota-when-column" />
          {rotation.roles.map(({ role }) => (
            <col key={role} />
          ))}
          {people.map((id) => (
            <col key={id} className="rota-person-column" />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('rotation.grid.meeting')}</th>
            {rotation.roles.map(({ role }) => (
              <th key={role} scope="col">
                {words.role(role)}
              </th>
            ))}
            <PersonHeads people={people} />
          </tr>
        </thead>
        <tbody>
          {rotation.meetings.map((meeting, row) => (
            <RotaRow
              key={rowKey(meeting, row)}
              meeting={meeting}
              row={row}
              below={rotation.meetings[row + 1]}
              people={people}
              stop={place.row === row ? place.column : null}
            />
          ))}
        </tbody>
      </table>
      <p id="rota-keys" hidden>
        {t('rotation.grid.keys')}
      </p>
      <Ghost ref={ghost} />
    </div>
  )
}

const rowKey = (meeting: RotaMeeting, row: number): string => meeting.meetingId ?? `later-${row}`

const placeAt = (element: EventTarget | null): Place | undefined => {
  const stop = element instanceof Element ? element.closest<HTMLElement>('[data-row]') : null
  return stop === null
    ? undefined
    : { row: Number(stop.dataset['row']), column: Number(stop.dataset['column']) }
}

/** The one stop of the grid for the Tab key, moved by the arrows. */
const useRoving = (table: { readonly current: HTMLTableElement | null }, size: GridSize) => {
  const { carrying, look } = useRota()
  const [stop, setStop] = useState<Place>({ row: 0, column: 1 })
  const place = within(stop, size)
  const focusOn = (to: Place) =>
    table.current?.querySelector<HTMLElement>(`[data-row="${to.row}"][data-column="${to.column}"]`)?.focus()
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const from = placeAt(event.target)
    const direction = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'rtl' : 'ltr'
    const to = from === undefined ? undefined : moved(from, event, size, direction)
    if (to === undefined) return
    event.preventDefault()
    focusOn(to)
  }
  const onFocus = ({ target }: { readonly target: EventTarget }) => {
    const at = placeAt(target)
    if (at === undefined) return
    setStop(at)
    const key = target instanceof HTMLElement ? target.dataset['cell'] : undefined
    if (key === undefined) return
    look(key)
    carrying.hover(key)
  }
  return { place, onKeyDown, onFocus }
}

/** Carrying by pointer: one's own turns only, dropped on whoever can take them. */
const useCellDrag = () => {
  const { rotation, me, carrying, offer } = useRota()
  return useDrag({
    mayPick: (key) => {
      const one = datedBy(rotation, key)
      return one !== undefined && one.cell.memberId === me && one.cell.swapId === null
    },
    onPick: carrying.pick,
    onOver: carrying.hover,
    onDrop: (key) => {
      const [give, take] = [datedBy(rotation, carrying.carry?.from), datedBy(rotation, key ?? undefined)]
      if (give !== undefined && take !== undefined && swapObstacle(give, take) === null) offer(give, take)
      else carrying.letGo()
    },
    onCancel: carrying.letGo,
  })
}
