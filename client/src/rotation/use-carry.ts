import { useState } from 'react'

/** A turn that somebody has picked up to swap it. */
export interface Carry {
  /** The cell of the carried turn. */
  readonly from: string
  /** The cell under the pointer, or the one that has the focus. */
  readonly over: string | null
}

export interface Carrying {
  readonly carry: Carry | null
  readonly pick: (from: string) => void
  readonly hover: (over: string | null) => void
  readonly letGo: () => void
}

/** What is carried; by pointer and by keys alike, so that both do the same. */
export const useCarry = (): Carrying => {
  const [carry, setCarry] = useState<Carry | null>(null)
  return {
    carry,
    pick: (from) => setCarry({ from, over: null }),
    hover: (over) => setCarry((now) => (now === null || now.over === over ? now : { ...now, over })),
    letGo: () => setCarry(null),
  }
}
