import { IconBooks, IconHome, IconMessages, IconUsers } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { RingDots } from '../../ui/ring/ring-dots.tsx'

interface Place {
  readonly to: '/' | '/circles' | '/library' | '/threads' | '/people'
  /** Its text is `t('app.<name>')`. */
  readonly name: 'today' | 'circles' | 'library' | 'threads' | 'people'
  readonly icon: ReactNode
}

const stroke = { size: 20, stroke: 1.5, 'aria-hidden': true } as const

/** The five places of the house, in their order. */
export const places: readonly Place[] = [
  { to: '/', name: 'today', icon: <IconHome {...stroke} /> },
  {
    to: '/circles',
    name: 'circles',
    icon: <RingDots plain size={20} states={['done', 'done', 'done', 'done', 'done', 'done']} />,
  },
  { to: '/library', name: 'library', icon: <IconBooks {...stroke} /> },
  { to: '/threads', name: 'threads', icon: <IconMessages {...stroke} /> },
  { to: '/people', name: 'people', icon: <IconUsers {...stroke} /> },
]
