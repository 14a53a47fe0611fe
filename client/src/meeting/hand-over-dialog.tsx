import { Button, Group, Radio, Select, Stack } from '@mantine/core'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { holderOf } from '@rondo/shared/meeting/events.ts'
import type { Role } from '@rondo/shared/rotation/model.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { useRoleNames } from '../format/index.ts'
import { Dialog } from '../ui/dialog/dialog.tsx'
import { givenBy } from './leading.ts'
import type { Room } from './room.ts'

interface HandOverDialogProps {
  readonly room: Room
  readonly onClose: () => void
}

/** Leading together is no role of the rota, and is given here all the same, or taken back. */
const TOGETHER = 'co-facilitator'
type Given = Role | typeof TOGETHER

/** Gives a role to somebody of the circle; the holder that is shown goes along as a precondition. */
export function HandOverDialog({ room, onClose }: HandOverDialogProps) {
  const { t } = useTranslation()
  const { meeting, state, onlooker, run } = room
  const { facilitator } = state.roles
  const { all, nameOf } = useRoleNames(meeting.circleId)
  // What the circle has no more is nothing to give.
  const roles = givenBy(state, onlooker).filter((one) => all.includes(one))
  const given: Given[] = state.phase === 'live' && facilitator === onlooker.me ? [...roles, TOGETHER] : roles
  const holder = (one: Given): MemberId | null => {
    if (one !== TOGETHER) return holderOf(state.roles, one)
    return state.phase === 'live' ? state.coFacilitator : null
  }
  const [role, setRole] = useState<Given>(given[0] ?? 'presenter')
  /** Undefined until somebody is chosen; null is nobody. */
  const [to, setTo] = useState<MemberId | null>()
  const from = holder(role)
  const isTogether = role === TOGETHER
  const candidates = [...onlooker.seated].filter((id) => id !== from && !(isTogether && id === facilitator))
  const handOver = () => {
    if (to === undefined) return
    if (isTogether) run.mutate({ do: 'co-facilitator', from, to }, { onSettled: onClose })
    else if (to !== null) run.mutate({ do: 'hand-over', role, from, to }, { onSettled: onClose })
  }
  return (
    <Dialog opened onClose={onClose} title={t('meeting.give.title')}>
      <Stack gap={16}>
        <Radio.Group
          label={t('meeting.give.role')}
          value={role}
          onChange={(value) => {
            setRole(given.find((one) => one === value) ?? role)
            setTo(undefined)
          }}
        >
          <Stack gap={8} mt={8}>
            {given.map((one) => (
              <RoleChoice
                key={one}
                role={one}
                name={one === TOGETHER ? t('meeting.give.together') : nameOf(one)}
                holder={holder(one)}
              />
            ))}
          </Stack>
        </Radio.Group>
        {candidates.length === 0 && !(isTogether && from !== null) ? (
          <p className="text-small soft">{t('meeting.give.alone')}</p>
        ) : (
          <Recipient
            candidates={candidates}
            mayBeNobody={isTogether && from !== null}
            value={to}
            onChange={setTo}
          />
        )}
        <Group justify="flex-end" gap={8}>
          <Button variant="subtle" onClick={onClose}>
            {t('meeting.give.stay')}
          </Button>
          <Button variant="filled" disabled={to === undefined} loading={run.isPending} onClick={handOver}>
            {t('meeting.handOver')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

interface RoleChoiceProps {
  readonly role: Given
  readonly name: string
  readonly holder: MemberId | null
}

function RoleChoice({ role, name, holder }: RoleChoiceProps) {
  const { t } = useTranslation()
  const who = useWho()
  const person = holder === null ? undefined : who(holder)
  const now =
    person === undefined
      ? t('meeting.give.nobody')
      : t(person.isMe ? 'meeting.give.withYou' : 'meeting.give.now', { name: person.shown })
  return <Radio value={role} label={name} description={now} />
}

interface RecipientProps {
  readonly candidates: readonly MemberId[]
  readonly mayBeNobody: boolean
  readonly value: MemberId | null | undefined
  readonly onChange: (to: MemberId | null | undefined) => void
}

const NOBODY = 'nobody'

function Recipient({ candidates, mayBeNobody, value, onChange }: RecipientProps) {
  const { t } = useTranslation()
  const who = useWho()
  const people = candidates.map((id) => ({
    value: id as string,
    label: who(id).isMe ? who(id).shown : who(id).name,
  }))
  return (
    <Select
      label={t('meeting.give.to')}
      placeholder={t('meeting.give.choose')}
      data={mayBeNobody ? [{ value: NOBODY, label: t('meeting.give.leadsAlone') }, ...people] : people}
      value={value === null ? NOBODY : (value ?? null)}
      onChange={(chosen) => onChange(chosen === NOBODY ? null : candidates.find((id) => id === chosen))}
    />
  )
}
