import { dayInZone } from '@rondo/shared/kernel/day-in-zone.ts'
import type { SegmentId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import { lanesAreOpen, lanesOf } from '@rondo/shared/meeting/parts.ts'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Surroundings } from '../editor/index.ts'
import { useLookups } from '../page/index.ts'
import { serverNow } from '../platform/clock.ts'
import { answeredSegments, SegmentLanes } from '../seat/index.ts'
import type { DocumentHandle } from '../sync/index.ts'
import { useReader } from '../ui/reader/reader.ts'
import { clockWords, dayWords } from '../ui/time/time-words.ts'
import { FromLastTime } from './from-last-time.tsx'
import { currentSegment } from './leading.ts'
import type { Room } from './room.ts'
import { marginTime, minutesIn } from './timing.ts'
import { useSeatHere } from './use-seat-here.ts'

/** What the editor is told of the meeting it stands in. */
export function useMeetingSurroundings(room: Room, handle: DocumentHandle): Surroundings {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { meeting, state, hidden } = room
  const lookups = useLookups(handle.doc, meeting.circleId)
  const startedAt = 'startedAt' in state ? state.startedAt : undefined
  const visits = 'visits' in state ? state.visits : undefined
  const lanes = lanesAreOpen(state) ? '' : lanesOf(state).join()
  const current = currentSegment(state) ?? undefined
  const isOver = state.phase === 'wrapped'
  const reader = useReader()
  const seat = useSeatHere(room)
  const answered = answeredSegments(seat).join()
  const segmentEnds = useMemo(
    () => new Set(answered === '' ? [] : (answered.split(',') as SegmentId[])),
    [answered],
  )
  return useMemo((): Surroundings => {
    const sinceStart = (at: Instant) => {
      if (startedAt === undefined) return undefined
      if (isOver) return at < startedAt ? '' : marginTime(at - startedAt)
      return at < startedAt
        ? t('meeting.list.before')
        : t('meeting.list.minutes', { count: minutesIn(at - startedAt) })
    }
    return {
      lookups,
      stamp: serverNow,
      today: () => dayInZone(meeting.timeZone, serverNow()),
      elapsed: sinceStart,
      currentSegmentId: current,
      hiddenSegments: hidden,
      segmentTime: (id) => {
        if (lanes.includes(id)) return t(hidden.has(id) ? 'meeting.lane.veiled' : 'meeting.lane.yours')
        const entered = visits?.find((visit) => visit.segmentId === id)?.enteredAt
        if (entered !== undefined) return sinceStart(entered)
        return isOver ? '' : undefined
      },
      segmentEnds,
      renderSegmentEnd: (id) => {
        const prompt = seat?.prompts.find(({ segmentId }) => segmentId === id)
        return prompt === undefined ? null : <SegmentLanes prompt={prompt} />
      },
      momentWords: (at) => `${dayWords(at, reader)}, ${clockWords(at, reader)}`,
      renderCarryOver: () => <FromLastTime meeting={meeting} />,
      onOpenPage: (pageId) => void navigate({ to: '/pages/$pageId', params: { pageId } }),
    }
  }, [
    t,
    navigate,
    lookups,
    meeting,
    startedAt,
    visits,
    current,
    isOver,
    hidden,
    lanes,
    seat,
    segmentEnds,
    reader,
  ])
}
