import { Button, TextInput } from '@mantine/core'
import { changeAccount, listMembers, readSession } from '@rondo/shared/account/contract.ts'
import type { Account } from '@rondo/shared/account/model.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTell } from '../platform/ask.ts'
import { useEntry } from '../ui/form/use-entry.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { useFieldWords } from './use-field-words.ts'
import { ZoneSelect } from './zone-select.tsx'

/** Name and time zone, as others see them. */
export function ProfileForm({ me }: { readonly me: Account }) {
  const { t } = useTranslation()
  const change = useTell(changeAccount, [readSession, listMembers])
  const [saved, setSaved] = useState(false)
  const { form, submit, pending, problem } = useEntry({
    initial: { name: me.name, timeZone: me.timeZone },
    schema: changeAccount.body,
    words: useFieldWords(),
    send: async (values) => {
      await change.mutateAsync({ body: values })
      form.resetDirty(values)
      setSaved(true)
    },
  })
  return (
    <form className="settings-form" onSubmit={submit} onChange={() => setSaved(false)} noValidate>
      <TextInput label={t('account.field.name')} autoComplete="name" {...form.getInputProps('name')} />
      <TextInput
        label={t('account.field.email')}
        description={t('account.settings.emailAbout')}
        value={me.email}
        readOnly
      />
      <ZoneSelect {...form.getInputProps('timeZone')} />
      {problem === null ? null : <RefusalNotice error={problem} />}
      <div className="settings-act">
        <Button type="submit" loading={pending}>
          {t('account.settings.save')}
        </Button>
        <p className="settings-done" role="status">
          {saved && !form.isDirty() ? t('account.settings.savedProfile') : ''}
        </p>
      </div>
    </form>
  )
}
