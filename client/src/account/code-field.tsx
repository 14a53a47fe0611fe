import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface CodeFieldProps {
  readonly value: string
  readonly onChange: (code: string) => void
}

/** The code that only the console shows: whoever can read it owns the machine. */
export function CodeField({ value, onChange }: CodeFieldProps) {
  const { t } = useTranslation()
  return (
    <TextInput
      className="door-code"
      label={t('account.setUp.code')}
      description={t('account.setUp.codeAbout')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="one-time-code"
      spellCheck={false}
      required
      withAsterisk={false}
    />
  )
}
