import { Button, TextInput } from '@mantine/core'
import { setUp } from '@rondo/shared/account/contract.ts'
import { useTranslation } from 'react-i18next'
import { call } from '../platform/http.ts'
import { useEntry } from '../ui/form/use-entry.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { useChangeOver } from './enter.ts'
import { NewcomerFields } from './newcomer-fields.tsx'
import { ownZone } from './own-zone.ts'
import { useFieldWords } from './use-field-words.ts'
import { useLocale } from './use-locale.ts'

/** Makes the workspace and its owner. */
export function SetUpForm({ code }: { readonly code: string | undefined }) {
  const { t } = useTranslation()
  const words = useFieldWords()
  const locale = useLocale()
  const changeOver = useChangeOver()
  const { form, submit, pending, problem } = useEntry({
    initial: { workspaceName: '', name: '', email: '', password: '', timeZone: ownZone() },
    schema: setUp.body,
    words,
    send: async (values) => {
      await call(setUp, { body: { ...values, locale, ...(code === undefined ? {} : { code: code.trim() }) } })
      await changeOver()
    },
  })
  return (
    <form className="door-form" onSubmit={submit} noValidate>
      <TextInput
        label={t('account.setUp.workspace')}
        description={t('account.setUp.workspaceAbout')}
        autoComplete="organization"
        {...form.getInputProps('workspaceName')}
      />
      <NewcomerFields field={(name) => form.getInputProps(name)} />
      {problem === null ? null : <RefusalNotice error={problem} />}
      <Button type="submit" variant="filled" loading={pending}>
        {t('account.setUp.do')}
      </Button>
    </form>
  )
}
