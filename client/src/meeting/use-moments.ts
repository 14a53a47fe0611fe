import type { MeetingState } from '@rondo/shared/meeting/fold.ts'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Moment } from '../recording/index.ts'
import type { Caught } from './caught.ts'
import type { Room } from './room.ts'

/** The times that stand beside the blocks of the notes. */
const TIMES = '.doc-capture-time, .doc-segment-time'

/** What was caught and begun, in the order of time, and the one whose time was clicked in the notes. */
export function useMoments(
  room: Room,
  state: Extract<MeetingState, { phase: 'wrapped' }>,
  caught: readonly Caught[],
) {
  const [wanted, setWanted] = useState<Moment>()
  const notes = useRef<HTMLDivElement>(null)
  const moments = useMemo(
    () => momentsOf(room.items, state.visits, caught),
    [room.items, state.visits, caught],
  )
  useEffect(() => {
    const box = notes.current
    const click = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target.closest(TIMES) : null
      const id = target?.closest<HTMLElement>('[data-id]')?.dataset['id']
      const found = moments.find((moment) => moment.id === id)
      // A new object, so that the same moment can be wanted again.
      if (found !== undefined) setWanted({ ...found })
    }
    box?.addEventListener('click', click)
    return () => box?.removeEventListener('click', click)
  }, [moments])
  return { moments, wanted, notes }
}

const momentsOf = (
  items: Room['items'],
  visits: Extract<MeetingState, { phase: 'wrapped' }>['visits'],
  caught: readonly Caught[],
): Moment[] => {
  const begun = items.flatMap(({ id, title }): Moment[] => {
    const first = visits.find((visit) => visit.segmentId === id)
    return first === undefined ? [] : [{ id, at: first.enteredAt, text: title, kind: undefined }]
  })
  const kept = caught.flatMap(({ id, at, text, kind }): Moment[] =>
    at === undefined || at === null ? [] : [{ id, at, text, kind }],
  )
  return [...begun, ...kept].toSorted((a, b) => a.at - b.at)
}
