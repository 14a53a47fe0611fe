import type { ReactNode } from 'react'
import type { DotState } from '../ring/dots.ts'
import { RingDots } from '../ring/ring-dots.tsx'
import './states.css'

interface EmptyStateProps {
  /** One sentence that teaches what will stand here. */
  readonly sentence: string
  /** The one next action. */
  readonly action?: ReactNode
  /** The heading of the screen, where the empty state is all there is. */
  readonly title?: string
  readonly ring?: readonly DotState[]
}

const EMPTY_TABLE: readonly DotState[] = ['wait', 'wait', 'wait', 'wait', 'wait', 'wait']

/** Nothing yet: a table with free seats, one sentence, one action. */
export function EmptyState({ sentence, action, title, ring = EMPTY_TABLE }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <RingDots states={ring} size={64} />
      {title === undefined ? null : <h1 tabIndex={-1}>{title}</h1>}
      <p>{sentence}</p>
      {action}
    </div>
  )
}
