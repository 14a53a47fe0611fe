import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { isDated, type PlacedCell } from './cells.ts'
import { useRota } from './rota.ts'
import { swapObstacle } from './swap-target.ts'
import { useRotaWords } from './use-rota-words.ts'

/** What a cell is right now: its reason, or while a turn is carried, what dropping it here would do. */
export interface CellState {
  readonly told: string
  /** Whether what is carried can be dropped here; none while nothing is carried. */
  readonly target: 'yes' | 'no' | 'none'
}

export const useCellState = (placed: PlacedCell): CellState => {
  const { t } = useTranslation()
  const { circle, rotation, carried } = useRota()
  const who = useWho()
  const words = useRotaWords(circle, rotation)
  if (carried === undefined) return { told: words.why(placed), target: 'none' }
  const obstacle = isDated(placed) ? swapObstacle(carried, placed) : 'nobody'
  const name = placed.cell.memberId === null ? '' : who(placed.cell.memberId).shown
  if (obstacle === 'self') return { told: t('rotation.carry.no.self'), target: 'none' }
  if (obstacle !== null) {
    const date = words.day(obstacle === 'they-away' ? carried.meeting : placed.meeting)
    return { told: t(`rotation.carry.no.${obstacle}`, { name, date }), target: 'no' }
  }
  const [mine, theirs] = [words.day(carried.meeting), words.day(placed.meeting)]
  return { told: t('rotation.carry.offer', { name, mine, theirs }), target: 'yes' }
}
