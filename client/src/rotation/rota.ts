import type { Circle } from '@rondo/shared/circle/model.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Rotation } from '@rondo/shared/rotation/model.ts'
import { createContext, useContext } from 'react'
import type { Act } from './acts.ts'
import type { DatedCell } from './cells.ts'
import type { RotaCommand, RotaRun } from './commands.ts'
import type { Carrying } from './use-carry.ts'

/** All that the parts of the rotation view share: what is seen, what is in hand, and how things are done. */
export interface Rota {
  readonly circle: Circle
  readonly rotation: Rotation
  readonly me: MemberId | undefined
  /** As what the reader may do things here: none also for whoever only reads for now. */
  readonly hand: Circle['standing']
  readonly run: RotaRun
  readonly carrying: Carrying
  /** The turn in hand as it is now. */
  readonly carried: DatedCell | undefined
  /** The cell that is explained below. */
  readonly looked: string | undefined
  readonly look: (key: string) => void
  /** The cell whose menu is open. */
  readonly menu: string | null
  readonly openMenu: (key: string | null) => void
  readonly act: (act: Act, on: DatedCell) => void
  readonly offer: (give: DatedCell, take: DatedCell) => void
  /** Does it and tells what became of it. */
  readonly tell: (command: RotaCommand, done?: () => void) => void
  /** Says something to whoever listens instead of looking. */
  readonly say: (words: string) => void
}

export const RotaContext = createContext<Rota | null>(null)

/** The rota in front of the reader; only inside the rotation view. */
export const useRota = (): Rota => {
  const rota = useContext(RotaContext)
  if (rota === null) throw new Error('There is no rota here.')
  return rota
}
