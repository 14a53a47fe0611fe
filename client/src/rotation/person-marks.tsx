import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { RotaMeeting, Rotation } from '@rondo/shared/rotation/model.ts'
import { useWho } from '../account/index.ts'
import { initialsOf } from '../ui/avatar/initials.ts'
import { useRota } from './rota.ts'
import { useRotaWords } from './use-rota-words.ts'

/** Beside three roles there is room for so many narrow columns. */
const MOST_PEOPLE = 8

/** Whose columns stand at the end of the table: everybody's, or in a large circle those who are away. */
export const columnPeople = (
  seats: readonly { readonly memberId: MemberId }[],
  { meetings, roles }: Pick<Rotation, 'meetings' | 'roles'>,
): MemberId[] => {
  const room = Math.max(0, MOST_PEOPLE - Math.max(0, roles.length - 3) * 5)
  const everybody = seats.map((seat) => seat.memberId)
  if (everybody.length <= room) return everybody
  const away = new Set(meetings.flatMap((meeting) => meeting.away))
  return everybody.filter((id) => away.has(id)).slice(0, room)
}

/** The heads of the narrow columns. They repeat for the eye what the row says in words. */
export function PersonHeads({ people }: { readonly people: readonly MemberId[] }) {
  const who = useWho()
  return people.map((id) => (
    <td key={id} className="rota-person" aria-hidden="true" title={who(id).name}>
      {initialsOf(who(id).name)}
    </td>
  ))
}

interface PersonMarksProps {
  readonly people: readonly MemberId[]
  readonly meeting: RotaMeeting
  readonly row: number
}

/** What each person does in a meeting, as a letter; hatched where they are away. */
export function PersonMarks({ people, meeting, row }: PersonMarksProps) {
  return people.map((id) => (
    <td key={id} className="rota-person" aria-hidden="true" data-away={meeting.away.includes(id)}>
      {meeting.away.includes(id) ? null : <PersonMark id={id} meeting={meeting} row={row} />}
    </td>
  ))
}

function PersonMark({ id, meeting, row }: Omit<PersonMarksProps, 'people'> & { readonly id: MemberId }) {
  const { circle, rotation } = useRota()
  const words = useRotaWords(circle, rotation)
  const held = meeting.cells.find((cell) => cell.memberId === id)
  if (held === undefined) return <i className="rota-free" />
  const leads = held.role === 'facilitator'
  return (
    <i
      className="rota-mark"
      data-first={leads}
      data-lit={leads && row === 0}
      data-letter={words.role(held.role).charAt(0)}
      title={words.role(held.role)}
    />
  )
}
