import type { Circle } from '@rondo/shared/circle/model.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Rotation } from '@rondo/shared/rotation/model.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { useReader } from '../ui/reader/reader.ts'
import type { Seat } from '../ui/ring/ring-seat.tsx'
import { intlLocale } from '../ui/time/time-words.ts'
import { whyWords } from './reason-words.ts'
import { turnOrder } from './turn-order.ts'
import { useTelling } from './use-telling.ts'

/** With more seats than this the ring shows only who leads next; the others are a number in the middle. */
const MOST_SEATS = 12

/**
 * The seats of a circle in the order of leading, each planned one with its reason, and the whole as a sentence.
 *
 * @param leader who leads the meeting in question, where it is not simply the next one
 */
export const useRotaSeats = (circle: Circle, rotation: Rotation | undefined, leader?: MemberId | null) => {
  const { t } = useTranslation()
  const { locale } = useReader()
  const who = useWho()
  const telling = useTelling()
  const turns = rotation?.turns ?? []
  const planned = turnOrder(turns, circle.seats, rotation?.ledger ?? [])
  const order = leader ? [leader, ...planned.filter((id) => id !== leader)] : planned
  const crowd = order.length > MOST_SEATS
  const shown = crowd ? order.slice(0, Math.max(1, new Set(turns.map((turn) => turn.memberId)).size)) : order
  const seats = shown.map((memberId): Seat => {
    const person = who(memberId)
    const turn = turns.find((one) => one.memberId === memberId)
    const why =
      turn && whyWords(turn.reason, person.shown, { ...telling, mine: person.isMe, later: turn !== turns[0] })
    const { id, name, colour } = person
    return { id, name, colour, shown: person.shown, ...(why === undefined ? {} : { why }) }
  })
  const first = order[0] === undefined ? undefined : who(order[0])
  const others = new Intl.ListFormat(intlLocale(locale), { style: 'narrow', type: 'unit' }).format(
    shown.slice(1).map((id) => who(id).inText),
  )
  const form = `${first?.isMe === true ? 'you' : 'them'}${seats.length > 1 ? '' : 'Alone'}`
  return {
    seats,
    more: crowd ? order.length - shown.length : 0,
    first,
    sentence: t(`rotation.sentence.${form}`, { name: first?.shown, others }),
  }
}
