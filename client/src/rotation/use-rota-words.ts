import type { Circle } from '@rondo/shared/circle/model.ts'
import type { CellAddress, Role, RotaMeeting, Rotation } from '@rondo/shared/rotation/model.ts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { useReader } from '../ui/reader/reader.ts'
import { dayWords } from '../ui/time/time-words.ts'
import type { PlacedCell } from './cells.ts'
import { shortReason, type Telling, whyWords } from './reason-words.ts'
import { roleWords } from './role-words.ts'
import { useTelling } from './use-telling.ts'

/** Cells, roles and turns in words for the reader. */
export interface RotaWords {
  readonly role: (role: Role) => string
  /** "Thu 10 Dec", where the circle is. */
  readonly day: (meeting: Pick<RotaMeeting, 'startsAt'>) => string
  /** "6 weeks ago". */
  readonly short: (placed: PlacedCell) => string
  /** "Jonas led 6 weeks ago, longer ago than anyone else who is here." */
  readonly why: (placed: PlacedCell) => string
  /** A turn by its date, and by its role where dates alone would not tell. */
  readonly turn: (address: CellAddress, beside: CellAddress) => string
}

export const useRotaWords = (circle: Pick<Circle, 'timeZone'>, rotation: Rotation): RotaWords => {
  const { t } = useTranslation()
  const { locale } = useReader()
  const who = useWho()
  const telling = useTelling()
  return useMemo(() => {
    const role = (one: Role) => roleWords(one, rotation.roles).name(t)
    const day: RotaWords['day'] = ({ startsAt }) =>
      startsAt === null ? t('rotation.noDate') : dayWords(startsAt, { locale, timeZone: circle.timeZone })
    const tellingOf = ({ cell, row }: PlacedCell): Telling => ({
      ...telling,
      mine: cell.memberId !== null && who(cell.memberId).isMe,
      later: row > 0,
      role: roleWords(cell.role, rotation.roles),
    })
    return {
      role,
      day,
      short: (placed) => shortReason(placed.cell.reason, tellingOf(placed)),
      why: (placed) => {
        const { memberId, reason } = placed.cell
        return whyWords(reason, memberId === null ? '' : who(memberId).shown, tellingOf(placed))
      },
      turn: (address, beside) => {
        const meeting = rotation.meetings.find((one) => one.meetingId === address.meetingId)
        const date = meeting === undefined ? t('rotation.noDate') : day(meeting)
        return address.role === beside.role
          ? date
          : t('rotation.offer.turn', { role: role(address.role), date })
      },
    }
  }, [circle.timeZone, rotation, locale, t, telling, who])
}
