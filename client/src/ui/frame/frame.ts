import { createContext } from 'react'

/** A step on the way to where we are; the last one is the screen itself and needs no address. */
interface Crumb {
  readonly label: string
  readonly to?: string
}

/** Somebody who looks at the same thing now. */
export interface Present {
  readonly id: string
  readonly name: string
  readonly colour: number
}

/** What a screen tells the shell about itself. */
export interface Frame {
  /** Stands in the browser's tab; the last crumb by default. */
  readonly title?: string
  readonly crumbs: readonly Crumb[]
  /** Who else is here, if the screen is shared. */
  readonly here?: readonly Present[] | undefined
  /** How many seats there are, to draw the empty ones. */
  readonly seats?: number | undefined
  /** Whether something can be written, so that the screen itself says what became of it. */
  readonly writes?: boolean
  /** The rail shrinks to icons and the screen takes the whole height: the meeting room. */
  readonly wide?: boolean
}

/** Where screens leave their frame; the shell of the app provides it. */
export const FrameContext = createContext<(frame: Frame) => void>(() => {})

/** The place of the mark that says what became of the writing; null until a shell with one is there. */
export const MarkPlaceContext = createContext<HTMLElement | null>(null)
