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

/** Gives a role to somebody of the circle; the holder that is shown goes along as a precondition. */
export function HandOverDialog({ room, onClose }: HandOverDialogProps) {
  const { t } = useTranslation()
  const { meeting, state, onlooker, run } = room
  const { all, nameOf } = useRoleNames(meeting.circleId)
  // What the circle has no more is nothing to give.
  const given = givenBy(state, onlooker).filter((one) => all.includes(one))
  const [role, setRole] = useState<Role>(given[0] ?? 'presenter')
  const [to, setTo] = useState<MemberId | null>(null)
  const from = holderOf(state.roles, role)
  const candidates = [...onlooker.seated].filter((id) => id !== from)
  const handOver = () => {
    if (to !== null) run.mutate({ do: 'hand-over', role, from, to }, { onSettled: onClose })
  }
  return (
    <Dialog opened onClose={onClose} title={t('meeting.give.title')}>
      <Stack gap={16}>
        <Radio.Group
          label={t('meeting.give.role')}
          value={role}
          onChange={(value) => {
            setRole(given.find((one) => one === value) ?? role)
            setTo(null)
          }}
        >
          <Stack gap={8} mt={8}>
            {given.map((one) => (
              <RoleChoice key={one} role={one} name={nameOf(one)} holder={holderOf(state.roles, one)} />
            ))}
          </Stack>
        </Radio.Group>
        {candidates.length === 0 ? (
          <p className="text-small soft">{t('meeting.give.alone')}</p>
        ) : (
          <Recipient candidates={candidates} value={to} onChange={setTo} />
        )}
        <Group justify="flex-end" gap={8}>
          <Button variant="subtle" onClick={onClose}>
            {t('meeting.give.stay')}
          </Button>
          <Button variant="filled" disabled={to === null} loading={run.isPending} onClick={handOver}>
            {t('meeting.handOver')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

interface RoleChoiceProps {
  readonly role: Role
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
  readonly value: MemberId | null
  readonly onChange: (to: MemberId | null) => void
}

function Recipient({ candidates, value, onChange }: RecipientProps) {
  const { t } = useTranslation()
  const who = useWho()
  return (
    <Select
      label={t('meeting.give.to')}
      placeholder={t('meeting.give.choose')}
      data={candidates.map((id) => ({ value: id, label: who(id).isMe ? who(id).shown : who(id).name }))}
      value={value}
      onChange={(chosen) => onChange(candidates.find((id) => id === chosen) ?? null)}
    />
  )
}
