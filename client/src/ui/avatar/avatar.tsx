import type { CSSProperties } from 'react'
import { initialsOf } from './initials.ts'
import './avatar.css'

interface AvatarProps {
  readonly name: string
  /** 1 to 16. */
  readonly colour: number
  readonly size?: number
  /** lit: leads now; away: not here; waiting: is still awaited. */
  readonly state?: 'here' | 'lit' | 'away' | 'waiting'
  /** Where the name stands beside it, the picture need not be read out. */
  readonly decorative?: boolean
}

/** A person: initials on their colour, never the colour alone. */
export function Avatar({ name, colour, size = 28, state = 'here', decorative = false }: AvatarProps) {
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--size': `${size}px`,
    '--person': `var(--p${colour})`,
    '--person-on': `var(--p${colour}-on)`,
  }
  const named = decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name, title: name }
  return (
    <span className="avatar" data-state={state} data-initials={initialsOf(name)} style={style} {...named} />
  )
}

interface PersonProps extends Omit<AvatarProps, 'decorative'> {
  /** "You", or a first name; the whole name by default. */
  readonly shown?: string
}

/** A person with the name beside the picture. */
export function Person({ shown, ...avatar }: PersonProps) {
  return (
    <span className="person">
      <Avatar {...avatar} decorative />
      <span>{shown ?? avatar.name}</span>
    </span>
  )
}
