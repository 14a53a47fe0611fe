import type { Clock } from '../clock.ts'
import type { Dice } from './dice.ts'

/** How a line between servers may treat what it carries. */
export type LineMood = 'good' | 'loses' | 'doubles' | 'delays' | 'cut'

/** Carries messages as its mood is, and never better than once each when it is good. */
export const carryIn =
  (mood: LineMood, dice: Dice, clock: Clock) =>
  (text: string, deliver: (text: string) => void): void => {
    if (mood === 'cut' || (mood === 'loses' && dice.chance(0.3))) return
    if (mood === 'delays') clock.after(dice.upTo(3_000), () => deliver(text))
    else queueMicrotask(() => deliver(text))
    if (mood === 'doubles') queueMicrotask(() => deliver(text))
  }
