import { IconCloudOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import './band.css'

interface BandProps {
  /** What is so, in two or three words and a number. */
  readonly says: string
  /** Why that is all right. */
  readonly safe: string
  /** What can be done about it; left out on a phone, where it happens by itself soon enough. */
  readonly action?: ReactNode
}

/** A calm band over a screen: the connection is gone, the page stays. */
export function Band({ says, safe, action }: BandProps) {
  return (
    <div className="band" role="status">
      <IconCloudOff size={20} stroke={1.5} aria-hidden="true" />
      <p>
        <b>{says}</b> <span className="soft">{safe}</span>
      </p>
      {action === undefined ? null : <div className="band-action">{action}</div>}
    </div>
  )
}
