import type { ReactNode } from 'react'
import './door.css'

/** A screen in front of the door: one column, one thing to do. */
export function Door({ children }: { readonly children: ReactNode }) {
  return <div className="door">{children}</div>
}

interface DoorHeadProps {
  /** Where the door leads, in small. */
  readonly over: string
  readonly title: string
  readonly children?: ReactNode
}

export function DoorHead({ over, title, children }: DoorHeadProps) {
  return (
    <header className="door-head">
      <p className="text-small faint">{over}</p>
      <h1 tabIndex={-1}>{title}</h1>
      <div className="door-about soft">{children}</div>
    </header>
  )
}
