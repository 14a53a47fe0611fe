import { Button } from '@mantine/core'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Unreachable } from '../platform/refused.ts'
import { ErrorNotice } from '../ui/states/error-notice.tsx'

/** A screen broke: says so calmly, says what is safe, and tries again. */
export function Crashed({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  const router = useRouter()
  const kind = error instanceof Unreachable ? 'unreachable' : 'crashed'
  const again = () => {
    reset()
    void router.invalidate()
  }
  return (
    <div className="page">
      <h1 tabIndex={-1}>{t(`app.${kind}.title`)}</h1>
      <ErrorNotice
        happened={t(`app.${kind}.happened`)}
        safe={t(`app.${kind}.safe`)}
        action={<Button onClick={again}>{t('app.tryAgain')}</Button>}
      />
    </div>
  )
}
