import { may } from '@rondo/shared/circle/may.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import type { Rotation } from '@rondo/shared/rotation/model.ts'
import { useState } from 'react'
import { useMe } from '../account/index.ts'
import type { Act } from './acts.ts'
import { type DatedCell, datedBy } from './cells.ts'
import { type RotaCommand, useRotaRun } from './commands.ts'
import type { Rota } from './rota.ts'
import { useCarry } from './use-carry.ts'
import { useDoneWords } from './use-done-words.ts'

/** Everything that the rotation view holds in its hands. */
export const useDesk = (circle: Circle, rotation: Rotation, onAssign: (on: DatedCell) => void) => {
  const account = useMe()
  const me = account?.id
  const mayWrite =
    account !== undefined &&
    may({ memberId: account.id, role: account.role }, 'write', { kind: 'circle', ...circle })
  const run = useRotaRun(circle.id)
  const carrying = useCarry()
  const doneWords = useDoneWords(circle, rotation)
  const [looked, look] = useState<string>()
  const [menu, openMenu] = useState<string | null>(null)
  const [said, say] = useState('')
  const inHand = datedBy(rotation, carrying.carry?.from)
  // A turn that went to somebody else meanwhile is not in anybody's hand.
  const carried = inHand?.cell.memberId === me ? inHand : undefined

  const tell = (command: RotaCommand, done?: () => void) =>
    run.mutate(command, {
      onSuccess: () => {
        say(doneWords(command))
        done?.()
      },
    })
  const act = (what: Act, on: DatedCell) => {
    openMenu(null)
    if (what === 'swap') carrying.pick(on.key)
    else if (what === 'assign') onAssign(on)
    else tell({ do: what, on })
  }
  // What is refused stays in hand, so that it can be offered to somebody else at once.
  const offer = (give: DatedCell, take: DatedCell) => tell({ do: 'offer', give, take }, carrying.letGo)
  const rota: Rota = {
    circle,
    rotation,
    me,
    hand: mayWrite ? circle.standing : 'none',
    run,
    carrying,
    carried,
    looked,
    look,
    menu,
    openMenu,
    act,
    offer,
    tell,
    say,
  }
  return { rota, said }
}
