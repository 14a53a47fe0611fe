import { Button, TextInput } from '@mantine/core'
import { enterAsGuest } from '@rondo/shared/guest/contract.ts'
import type { GuestStay } from '@rondo/shared/guest/model.ts'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ownZone, purge, useChangeOver, useLocale } from '../account/index.ts'
import { call } from '../platform/http.ts'
import { useEntry } from '../ui/form/use-entry.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'

interface DoorFormProps {
  readonly token: string
  /** Whose guest this browser was before, if anybody's. */
  readonly before: GuestStay | undefined
}

/** One field: a name. Whoever was a guest of another meeting leaves nothing of it on this device. */
export function DoorForm({ token, before }: DoorFormProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const changeOver = useChangeOver()
  const navigate = useNavigate()
  const { form, submit, pending, problem } = useEntry({
    initial: { token, name: before?.name ?? '', timeZone: ownZone() },
    schema: enterAsGuest.body,
    words: { name: t('guest.door.wrongName') },
    send: async (values) => {
      const stay = await call(enterAsGuest, { body: { ...values, locale } })
      if (before !== undefined && before.id !== stay.id) await purge(before.id).catch(() => {})
      await changeOver()
      await navigate({ to: '/guest' })
    },
  })
  return (
    <form className="door-form" onSubmit={submit} noValidate>
      <TextInput
        label={t('guest.door.name')}
        description={t('guest.door.nameAbout')}
        autoComplete="name"
        {...form.getInputProps('name')}
      />
      {problem === null ? null : <RefusalNotice error={problem} />}
      <Button type="submit" variant="filled" loading={pending}>
        {t('guest.door.do')}
      </Button>
    </form>
  )
}
