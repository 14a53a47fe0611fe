import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import './states.css'

interface ErrorNoticeProps {
  /** What happened. */
  readonly happened: string
  /** What is safe. */
  readonly safe?: string
  /** What to do, as a button or a link. */
  readonly action?: ReactNode
}

/** Something went wrong: what happened, what is safe, what to do. */
export function ErrorNotice({ happened, safe, action }: ErrorNoticeProps) {
  return (
    <div className="error-notice" role="alert">
      <IconAlertTriangle size={20} stroke={1.5} aria-hidden="true" />
      <p>
        <b>{happened}</b> {safe}
      </p>
      {action === undefined ? null : <div className="error-notice-action">{action}</div>}
    </div>
  )
}
