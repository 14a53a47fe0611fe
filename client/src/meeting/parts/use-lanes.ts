import type { MemberId, SegmentId } from '@rondo/shared/kernel/id.ts'
import type { AgendaItem } from '@rondo/shared/meeting/agenda.ts'
import type { MeetingState } from '@rondo/shared/meeting/fold.ts'
import { inOrder } from '@rondo/shared/meeting/order.ts'
import { lanesHiddenFrom, lanesOf } from '@rondo/shared/meeting/parts.ts'
import { useMemo } from 'react'
import type { Caught } from '../caught.ts'

interface Sight {
  readonly state: MeetingState
  readonly me: MemberId
  readonly segments: readonly AgendaItem[]
  readonly caught: readonly Caught[]
}

interface Lanes {
  /** The lanes that are not open to the reader yet; the same set as long as they are the same lanes. */
  readonly hidden: ReadonlySet<SegmentId>
  /** The agenda in its order: all segments but the lanes. */
  readonly items: readonly AgendaItem[]
  /** What the reader may see of what was caught. */
  readonly caught: readonly Caught[]
}

/** Keeps the observer's lane out of the flow until it is merged. */
export function useLanes({ state, me, segments, caught }: Sight): Lanes {
  const lanes = lanesOf(state).join()
  const hiddenIds = lanesHiddenFrom(state, me).join()
  const order = state.phase === 'unscheduled' ? NO_ORDER : state.order
  const hidden = useMemo(() => setOf(hiddenIds), [hiddenIds])
  return {
    hidden,
    items: useMemo(() => {
      const no = setOf(lanes)
      return inOrder(no.size === 0 ? segments : segments.filter(({ id }) => !no.has(id)), order)
    }, [lanes, segments, order]),
    caught: useMemo(
      () =>
        hidden.size === 0
          ? caught
          : caught.filter(({ segmentId }) => segmentId === undefined || !hidden.has(segmentId)),
      [hidden, caught],
    ),
  }
}

const NO_ORDER: readonly SegmentId[] = []

const setOf = (ids: string): ReadonlySet<SegmentId> =>
  new Set(ids === '' ? [] : (ids.split(',') as SegmentId[]))
