import { Button, Select } from '@mantine/core'
import type { Member } from '@rondo/shared/account/model.ts'
import { listCircles, readCircle, seatMember } from '@rondo/shared/circle/contract.ts'
import { type CircleId, type MemberId, memberId } from '@rondo/shared/kernel/id.ts'
import { readRotation } from '@rondo/shared/rotation/contract.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTell } from '../platform/ask.ts'
import { bareText } from '../platform/bare-text.ts'
import { Refused } from '../platform/refused.ts'
import { Person } from '../ui/avatar/avatar.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { useMembers } from './queries.ts'

interface SeatPickerProps {
  readonly circle: { readonly id: CircleId; readonly name: string }
  /** Who sits there already. */
  readonly seated: readonly MemberId[]
}

/** Why the server gives no seat before somebody says that it should, all the same. */
const FULL: ReadonlySet<string> = new Set(['circle.full', 'circle.others-wait'])

/** Members of the workspace who have no seat yet, by name. */
export const withoutSeat = (members: Iterable<Member>, seated: readonly MemberId[]): readonly Member[] =>
  [...members].filter(({ id }) => !seated.includes(id)).toSorted((a, b) => a.name.localeCompare(b.name))

/** Gives a seat to somebody who has an account here: no link, they are in at once. */
export function SeatPicker({ circle, seated }: SeatPickerProps) {
  const { t } = useTranslation()
  const members = useMembers()
  const seat = useTell(seatMember, [listCircles, readCircle, readRotation])
  const [chosen, setChosen] = useState<MemberId | null>(null)
  const [told, setTold] = useState('')
  const free = withoutSeat(members.values(), seated)
  const isFull = seat.error instanceof Refused && FULL.has(seat.error.reason ?? '')
  const give = (beyondLimit: boolean) => {
    const person = chosen === null ? undefined : members.get(chosen)
    if (person === undefined) return
    seat.mutate(
      { params: { circleId: circle.id }, body: { memberId: person.id, beyondLimit } },
      {
        onSuccess: () => {
          setChosen(null)
          setTold(t('account.seat.given', { name: person.name }))
        },
      },
    )
  }
  return (
    <section className="seat-picker" aria-label={t('account.seat.label')}>
      {free.length === 0 ? (
        <p className="text-small soft">{t('account.seat.everybody')}</p>
      ) : (
        <div className="invite-link">
          <Select
            label={t('account.seat.label')}
            description={t('account.seat.about')}
            placeholder={t('account.seat.placeholder')}
            nothingFoundMessage={t('account.seat.nobody')}
            searchable
            openOnFocus={false}
            maxDropdownHeight={220}
            data={free.map(({ id, name }) => ({ value: id, label: name }))}
            filter={({ options, search }) =>
              options.filter((one) => 'label' in one && bareText(one.label).includes(bareText(search.trim())))
            }
            renderOption={({ option }) => (
              <Person name={option.label} colour={colourOf(members, option.value)} size={24} />
            )}
            value={chosen}
            onChange={(value) => {
              setTold('')
              seat.reset()
              setChosen(memberId.safeParse(value).data ?? null)
            }}
          />
          <Button onClick={() => give(false)} disabled={chosen === null} loading={seat.isPending}>
            {t('account.seat.give')}
          </Button>
        </div>
      )}
      <p className="text-small soft" role="status">
        {told}
      </p>
      {seat.error === null ? null : <RefusalNotice error={seat.error} />}
      {isFull ? (
        <Button loading={seat.isPending} onClick={() => give(true)}>
          {t('account.seat.allTheSame')}
        </Button>
      ) : null}
    </section>
  )
}

const colourOf = (members: ReadonlyMap<MemberId, Member>, id: string): number =>
  [...members.values()].find((member) => member.id === id)?.colour ?? 1
