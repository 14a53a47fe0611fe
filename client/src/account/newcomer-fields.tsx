import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PasswordField } from './password-field.tsx'
import { ZoneSelect } from './zone-select.tsx'

type FieldName = 'name' | 'email' | 'password' | 'timeZone'

interface NewcomerFieldsProps {
  /** Value, error and change of a field of the form around. */
  readonly field: (name: FieldName) => object
}

/** What everybody says of themselves who makes an account. */
export function NewcomerFields({ field }: NewcomerFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput label={t('account.field.name')} autoComplete="name" {...field('name')} />
      <TextInput label={t('account.field.email')} type="email" autoComplete="username" {...field('email')} />
      <PasswordField
        label={t('account.field.password')}
        description={t('account.field.passwordAbout')}
        autoComplete="new-password"
        {...field('password')}
      />
      <ZoneSelect {...field('timeZone')} />
    </>
  )
}
