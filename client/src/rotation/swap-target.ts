import type { DatedCell } from './cells.ts'

/** Why a turn cannot be taken for the one that is carried; null when it can. */
export type SwapObstacle = 'self' | 'mine' | 'nobody' | 'offered' | 'they-away' | 'you-away'

/**
 * Whether two people can trade these turns. An offer to somebody who is away on the other day would be refused, so the
 * grid says it before anybody asks.
 */
export const swapObstacle = (give: DatedCell, take: DatedCell): SwapObstacle | null => {
  const [mine, theirs] = [give.cell.memberId, take.cell.memberId]
  if (give.key === take.key) return 'self'
  if (theirs === null || mine === null) return 'nobody'
  if (mine === theirs) return 'mine'
  if (take.cell.swapId !== null) return 'offered'
  if (give.meeting.away.includes(theirs)) return 'they-away'
  return take.meeting.away.includes(mine) ? 'you-away' : null
}
