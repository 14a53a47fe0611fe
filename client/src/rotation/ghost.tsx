import type { Ref } from 'react'
import { createPortal } from 'react-dom'
import { useWho } from '../account/index.ts'
import { Avatar } from '../ui/avatar/avatar.tsx'
import { useRota } from './rota.ts'
import { useRotaWords } from './use-rota-words.ts'

/** The carried turn at the pointer; it is not drawn while the keys carry. */
export function Ghost({ ref }: { readonly ref: Ref<HTMLDivElement> }) {
  const { circle, rotation, carried } = useRota()
  const who = useWho()
  const words = useRotaWords(circle, rotation)
  const memberId = carried?.cell.memberId
  const person = memberId === null || memberId === undefined ? undefined : who(memberId)
  return createPortal(
    <div ref={ref} className="rota-ghost" aria-hidden="true" data-shown={person !== undefined}>
      {person === undefined || carried === undefined ? null : (
        <>
          <Avatar name={person.name} colour={person.colour} size={24} decorative />
          {words.day(carried.meeting)}
        </>
      )}
    </div>,
    document.body,
  )
}
