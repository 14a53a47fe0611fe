import { LOCALES, type Locale } from '@rondo/shared/account/model.ts'
import { useTranslation } from 'react-i18next'

/** The language on screen, as an account keeps it. */
export const useLocale = (): Locale => {
  const { i18n } = useTranslation()
  return LOCALES.find((locale) => locale === i18n.language) ?? 'en'
}
