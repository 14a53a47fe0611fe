import type { ReactNode } from 'react'
import './print.css'
import './reader.css'

interface ReaderProps {
  /** What stands beside the text; after it where there is no room. */
  readonly side: ReactNode
  readonly sideLabel: string
  readonly className?: string
  readonly children: ReactNode
}

/** The layout in which pages are read: one column of text with a margin, and notes at its side. */
export function Reader({ side, sideLabel, className = '', children }: ReaderProps) {
  return (
    <div className={`reader ${className}`}>
      <article className="reader-text">{children}</article>
      <aside className="reader-side" aria-label={sideLabel}>
        {side}
      </aside>
    </div>
  )
}
