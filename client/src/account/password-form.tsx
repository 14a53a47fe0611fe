import { Button } from '@mantine/core'
import { changePassword } from '@rondo/shared/account/contract.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../platform/http.ts'
import { useEntry } from '../ui/form/use-entry.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { PasswordField } from './password-field.tsx'
import { useFieldWords } from './use-field-words.ts'

/** A new password, for whoever knows the present one. */
export function PasswordForm({ email }: { readonly email: string }) {
  const { t } = useTranslation()
  const [saved, setSaved] = useState(false)
  const { form, submit, pending, problem } = useEntry({
    initial: { current: '', next: '' },
    schema: changePassword.body,
    words: useFieldWords(),
    send: async (values) => {
      await call(changePassword, { body: values })
      form.reset()
      setSaved(true)
    },
  })
  return (
    <form className="settings-form" onSubmit={submit} onChange={() => setSaved(false)} noValidate>
      <input type="hidden" autoComplete="username" value={email} />
      <PasswordField
        label={t('account.settings.current')}
        autoComplete="current-password"
        {...form.getInputProps('current')}
      />
      <PasswordField
        label={t('account.settings.next')}
        description={t('account.field.passwordAbout')}
        autoComplete="new-password"
        {...form.getInputProps('next')}
      />
      {problem === null ? null : <RefusalNotice error={problem} />}
      <div className="settings-act">
        <Button type="submit" loading={pending}>
          {t('account.settings.changePassword')}
        </Button>
        <p className="settings-done" role="status">
          {saved ? t('account.settings.savedPassword') : ''}
        </p>
      </div>
    </form>
  )
}
