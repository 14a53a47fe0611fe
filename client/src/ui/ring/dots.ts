import { arcPath, type Point, pointAt, round2, type Stroke, seatAngle } from './geometry.ts'

/** lit: leads or speaks now; done: here or has spoken; wait: yet to come; away: not here. */
export type DotState = 'lit' | 'done' | 'wait' | 'away'

interface Dot extends Point {
  readonly state: DotState
  readonly radius: number
}

export interface DotsShape {
  readonly strokes: readonly Stroke[]
  readonly dots: readonly Dot[]
}

const SMALL = 44

function dotRadius(state: DotState, plain: number, lit: number): number {
  if (state === 'lit') return lit
  return state === 'done' ? plain : plain - 0.4
}

/** A small ring: one dot a seat, without names, from 20 to 80 pixels. */
export function dotsShape(states: readonly DotState[], size: number): DotsShape {
  const small = size < SMALL
  const plain = Math.max(2, size / (small ? 10.5 : 15))
  const lit = plain * (small ? 1.22 : 1.35)
  const centre = size / 2
  const radius = centre - lit - 1
  const width = round2(Math.max(1.25, size / 42))
  const gap = Math.max(1.5, size / 28)
  const clearance = (state: DotState | undefined) => ((state === 'lit' ? lit : plain) + gap) / radius
  const strokes = states.flatMap((state, index): Stroke[] => {
    const from = seatAngle(index, states.length) + clearance(state)
    const to = seatAngle(index + 1, states.length) - clearance(states[(index + 1) % states.length])
    return to > from ? [{ d: arcPath(centre, radius, from, to), width }] : []
  })
  const dots = states.map((state, index) => ({
    ...pointAt(centre, radius, seatAngle(index, states.length)),
    state,
    radius: round2(dotRadius(state, plain, lit)),
  }))
  return { strokes, dots }
}
