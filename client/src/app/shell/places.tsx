import { IconBooks, IconHome, IconMessages, IconUsers } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { RingDots } from '../../ui/ring/ring-dots.tsx'

interface Place {
  readonly to: '/' | '/circles' | '/library' | '/threads' | '/people'
  /** Its text is `t('app.<name>')`. */
  readonly name: 'today' | 'circles' | 'library' | 'threads' | 'people'
  readonly icon: ReactNode
  /** What else lies in this place. */
  readonly also: readonly string[]
}

/** Whether an address lies in a place of the house. */
export function liesIn(place: Place, pathname: string): boolean {
  if (place.to === '/') return pathname === '/'
  return [place.to, ...place.also].some((path) => pathname === path || pathname.startsWith(`${path}/`))
}

const stroke = { size: 20, stroke: 1.5, 'aria-hidden': true } as const

/** The five places of the house, in their order. */
export const places: readonly Place[] = [
  { to: '/', name: 'today', also: [], icon: <IconHome {...stroke} /> },
  {
    to: '/circles',
    name: 'circles',
    also: ['/meetings'],
    icon: <RingDots plain size={20} states={['done', 'done', 'done', 'done', 'done', 'done']} />,
  },
  { to: '/library', name: 'library', also: ['/pages'], icon: <IconBooks {...stroke} /> },
  { to: '/threads', name: 'threads', also: [], icon: <IconMessages {...stroke} /> },
  { to: '/people', name: 'people', also: [], icon: <IconUsers {...stroke} /> },
]
