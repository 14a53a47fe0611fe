import {
  changeOwnHours,
  listHours,
  planSeries,
  rankSlots,
  readOwnHours,
} from '@rondo/shared/hours/contract.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { asking, useAsk, useTell } from '../platform/ask.ts'
import type { Wanted } from './wanted.ts'

export const useOwnHours = () => useAsk(readOwnHours)

export const useChangeOwnHours = () =>
  useTell(changeOwnHours, [readOwnHours, listHours, rankSlots, planSeries])

/** When the people of a circle work. */
export const useHours = (circleId: CircleId) => useAsk(listHours, { params: { circleId } })

/** The best times; those of the question before stay until the new ones come. */
export const useSlots = (circleId: CircleId, { day, minutes }: Wanted) =>
  useQuery({
    ...asking(rankSlots, { params: { circleId }, query: { day, minutes: String(minutes) } }),
    placeholderData: keepPreviousData,
  })

export const useSeries = (circleId: CircleId, { day, minutes, weeks }: Wanted) =>
  useQuery({
    ...asking(planSeries, {
      params: { circleId },
      query: { day, minutes: String(minutes), weeks: String(weeks) },
    }),
    placeholderData: keepPreviousData,
  })
