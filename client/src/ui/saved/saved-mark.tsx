import { useTranslation } from 'react-i18next'
import { arcPath, FULL, TOP } from '../ring/geometry.ts'
import type { SavedState } from './saved-state.ts'
import '../ring/ring.css'
import './saved-mark.css'

const R = 6.75
const C = 9
const arc = (from: number, to: number) => arcPath(C, R, from, to)

const broken = (
  <>
    <path d={arc(-Math.PI / 4 + 0.5, (3 * Math.PI) / 4 - 0.5)} className="saved-line" />
    <path d={arc((3 * Math.PI) / 4 + 0.5, (7 * Math.PI) / 4 - 0.5)} className="saved-line" />
    <path d="M9 5.8v3.6M9 12v.1" className="saved-line" />
  </>
)
const open = arc(Math.PI / 2 + 0.85, Math.PI / 2 - 0.85 + FULL)

/** The ring closed with a tick, going round, standing open, open with the dot kept inside, or broken with a bar. */
const drawings = {
  saved: (
    <>
      <circle cx={C} cy={C} r={R} className="saved-line" />
      <path d="M6.2 9.2l2 2 3.7-4" className="saved-line" />
    </>
  ),
  saving: (
    <>
      <path d={arc(TOP + 0.75, TOP - 0.75 + FULL)} className="saved-line" />
      <circle cx={C} cy={C - R} r={2} className="saved-dot" />
    </>
  ),
  late: <path d={open} className="saved-line" />,
  kept: (
    <>
      <path d={open} className="saved-line" />
      <circle cx={C} cy={12.2} r={2.2} className="saved-dot" />
    </>
  ),
  here: broken,
  blocked: broken,
} satisfies Record<SavedState['state'], unknown>

/** What became of the writing, in a mark and always in words. */
export function SavedMark({ saved }: { readonly saved: SavedState }) {
  const { t } = useTranslation()
  // What turns is drawn on a layer of its own, with all that lies above it: only for who has to wait.
  const turns = saved.state === 'saving' && saved.isLong === true
  const changes = saved.state === 'kept' ? saved.changes : undefined
  const words = changes ? t('ui.saved.keptChanges', { count: changes }) : t(`ui.saved.${saved.state}`)
  return (
    <span className="saved" data-state={saved.state} role="status">
      <svg width={18} height={18} viewBox="0 0 18 18" aria-hidden="true">
        <g className={turns ? 'ring-turning' : undefined}>{drawings[saved.state]}</g>
      </svg>
      {words}
    </span>
  )
}
