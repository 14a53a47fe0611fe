import { SegmentedControl, Select, useMantineColorScheme } from '@mantine/core'
import { changeAccount, readSession } from '@rondo/shared/account/contract.ts'
import type { Account, Locale } from '@rondo/shared/account/model.ts'
import { colourScheme } from '@rondo/shared/account/model.ts'
import { useTranslation } from 'react-i18next'
import { useTell } from '../platform/ask.ts'
import { speak } from '../platform/i18n.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'

/** A language is named in itself, so that whoever reads it finds it. */
const LANGUAGES: readonly { value: Locale; label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
]

/** Language and colours: they change at once, and are kept with the account. */
export function LookChoice({ me }: { readonly me: Account }) {
  const { t } = useTranslation()
  const { setColorScheme } = useMantineColorScheme()
  const change = useTell(changeAccount, [readSession])

  const chooseLanguage = (value: string | null) => {
    const language = LANGUAGES.find((one) => one.value === value)?.value
    if (language === undefined || language === me.locale) return
    void speak(language)
    change.mutate({ body: { locale: language } })
  }
  const chooseScheme = (value: string) => {
    const scheme = colourScheme.parse(value)
    setColorScheme(scheme)
    change.mutate({ body: { colourScheme: scheme } })
  }
  return (
    <div className="settings-form">
      <Select
        label={t('account.settings.language')}
        data={LANGUAGES}
        value={me.locale}
        onChange={chooseLanguage}
        allowDeselect={false}
      />
      <fieldset className="settings-choice">
        <legend>{t('account.settings.scheme')}</legend>
        <SegmentedControl
          value={change.variables?.body.colourScheme ?? me.colourScheme}
          onChange={chooseScheme}
          data={colourScheme.options.map((value) => ({ value, label: t(`account.settings.${value}`) }))}
        />
      </fieldset>
      {change.error === null ? null : <RefusalNotice error={change.error} />}
    </div>
  )
}
