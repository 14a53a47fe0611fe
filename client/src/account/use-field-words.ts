import { useTranslation } from 'react-i18next'

/** What each field of an account asks for, to stand under it when it is not right. */
export const useFieldWords = (): Record<string, string> => {
  const { t } = useTranslation()
  return {
    workspaceName: t('account.wrong.workspaceName'),
    name: t('account.wrong.name'),
    email: t('account.wrong.email'),
    password: t('account.wrong.password'),
    next: t('account.wrong.password'),
    current: t('account.wrong.current'),
    timeZone: t('account.wrong.timeZone'),
  }
}
