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
  /** It does not happen by itself: the action stands on a phone, too. */
  readonly isActionNeeded?: boolean
  /** By default a cloud that is away. */
  readonly icon?: ReactNode
}

const away = <IconCloudOff size={20} stroke={1.5} aria-hidden="true" />

/** A calm band over a screen: something is so, the page stays. */
export function Band({ says, safe, action, isActionNeeded = false, icon = away }: BandProps) {
  return (
    <div className="band" role="status">
      {icon}
      <p>
        <b>{says}</b> <span className="soft">{safe}</span>
      </p>
      {action === undefined ? null : (
        <div className="band-action" data-needed={isActionNeeded}>
          {action}
        </div>
      )}
    </div>
  )
}
