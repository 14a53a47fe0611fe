import { Button, Checkbox, Group, Select, TextInput } from '@mantine/core'
import { listCircles, readCircle, splitCircle } from '@rondo/shared/circle/contract.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { type MemberId, memberId } from '@rondo/shared/kernel/id.ts'
import { readRotation } from '@rondo/shared/rotation/contract.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { useTell } from '../platform/ask.ts'
import { Dialog } from '../ui/dialog/dialog.tsx'
import { useEntry } from '../ui/form/use-entry.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { PurposeField } from './purpose-field.tsx'

interface SplitDialogProps {
  readonly circle: Circle
  readonly onClose: () => void
}

/** Makes a second circle: who goes over, who hosts it, what it is for. */
export function SplitDialog({ circle, onClose }: SplitDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog opened onClose={onClose} title={t('circle.split.title', { circle: circle.name })} size={520}>
      <SplitForm circle={circle} onClose={onClose} />
    </Dialog>
  )
}

function SplitForm({ circle, onClose }: SplitDialogProps) {
  const { t } = useTranslation()
  const who = useWho()
  const split = useTell(splitCircle, [listCircles, readCircle, readRotation])
  const [from] = useState(() => circle.seats.map((seat) => seat.memberId))
  const [going, setGoing] = useState<readonly MemberId[]>(circle.waiting)
  const [host, setHost] = useState<MemberId | null>(circle.waiting[0] ?? null)
  const chosenHost = host !== null && going.includes(host) ? host : (going[0] ?? null)
  const { form, submit, pending, problem } = useEntry({
    initial: { name: '', purpose: circle.purpose },
    words: {
      name: t('circle.wrong.name'),
      purpose: t('circle.wrong.purpose'),
    },
    send: async ({ name, purpose }) => {
      if (chosenHost === null) return
      await split.mutateAsync({
        params: { circleId: circle.id },
        body: { name, purpose, members: [...going], hostId: chosenHost, from },
      })
      onClose()
    },
  })
  const toggle = (id: MemberId, goes: boolean) =>
    setGoing(goes ? [...going, id] : going.filter((one) => one !== id))
  return (
    <form className="new-circle-form split-form" onSubmit={submit} noValidate>
      <p className="soft">{t('circle.split.about')}</p>
      <fieldset>
        <legend className="control-label">{t('circle.split.who')}</legend>
        <div className="split-people">
          {[...circle.seats.map((seat) => seat.memberId), ...circle.waiting].map((id) => (
            <Checkbox
              key={id}
              label={
                circle.waiting.includes(id) ? t('circle.split.waits', { name: who(id).name }) : who(id).name
              }
              checked={going.includes(id)}
              onChange={(event) => toggle(id, event.currentTarget.checked)}
            />
          ))}
        </div>
      </fieldset>
      <Select
        label={t('circle.split.host')}
        data={going.map((id) => ({ value: id, label: who(id).name }))}
        value={chosenHost}
        allowDeselect={false}
        onChange={(value) => setHost(memberId.safeParse(value).data ?? null)}
      />
      <TextInput label={t('circle.new.name')} {...form.getInputProps('name')} />
      <PurposeField value={form.values.purpose} input={form.getInputProps('purpose')} />
      {problem === null ? null : <RefusalNotice error={problem} />}
      <Group justify="flex-end" gap={8}>
        <Button variant="subtle" onClick={onClose}>
          {t('circle.split.no')}
        </Button>
        <Button type="submit" variant="filled" loading={pending} disabled={chosenHost === null}>
          {t('circle.split.yes', { count: going.length })}
        </Button>
      </Group>
    </form>
  )
}
