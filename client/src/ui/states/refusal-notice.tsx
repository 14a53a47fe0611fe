import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Refused, Unreachable } from '../../platform/refused.ts'
import { ErrorNotice } from './error-notice.tsx'

interface RefusalNoticeProps {
  readonly error: unknown
  /** Offers to try again. */
  readonly onAgain?: () => void
}

/** The reason `circle.full` is put in words by the feature that it is about, as `circle.refused.full`. */
const keyOfReason = (reason: string): string => reason.replace('.', '.refused.')

/** Any error of a call in words: the server's own sentence, or that it is away. */
export function RefusalNotice({ error, onAgain }: RefusalNoticeProps) {
  const { t, i18n } = useTranslation()
  const action = onAgain === undefined ? undefined : <Button onClick={onAgain}>{t('ui.error.again')}</Button>
  if (error instanceof Unreachable) {
    return (
      <ErrorNotice
        happened={t('ui.error.unreachable')}
        safe={t('ui.error.unreachableSafe')}
        action={action}
      />
    )
  }
  if (error instanceof Refused) {
    const known = [error.reason === undefined ? '' : keyOfReason(error.reason), `ui.code.${error.code}`].find(
      (key) => key !== '' && i18n.exists(key),
    )
    const words = known !== undefined && i18n.resolvedLanguage !== 'en' ? t(known) : error.message
    return <ErrorNotice happened={words} action={action} />
  }
  return (
    <ErrorNotice happened={t('ui.error.unexpected')} safe={t('ui.error.unexpectedSafe')} action={action} />
  )
}
