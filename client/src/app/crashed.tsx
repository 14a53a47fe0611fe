import { Button } from '@mantine/core'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { lookForNewerBuild, reloadOnce } from '../platform/newer-build.ts'
import { Unreachable } from '../platform/refused.ts'
import { useNewerBuild } from '../platform/use-newer-build.ts'
import { wouldLoseSomething } from '../sync/leave-guard.ts'
import { ErrorNotice } from '../ui/states/error-notice.tsx'
import { ScreenMissing } from './screen-of.ts'

/** A screen broke, or did not come: says so calmly, says what is safe, and tries again. */
export function Crashed({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  const router = useRouter()
  const kind = useKind(error)
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
        action={
          kind === 'outdated' ? (
            <Button onClick={() => window.location.reload()}>{t('app.update.reload')}</Button>
          ) : (
            <Button onClick={again}>{t('app.tryAgain')}</Button>
          )
        }
      />
    </div>
  )
}

/** Files that are missing are of an older build, or there is no network. The first is healed by itself, once. */
function useKind(error: unknown): 'crashed' | 'outdated' | 'unreachable' {
  const isMissing = error instanceof ScreenMissing
  const isNewer = useNewerBuild()
  useEffect(() => {
    if (!isMissing) return
    const heal = async () => {
      if ((await lookForNewerBuild()) && !wouldLoseSomething()) reloadOnce('screen')
    }
    void heal()
  }, [isMissing])
  if (isMissing) return isNewer ? 'outdated' : 'unreachable'
  return error instanceof Unreachable ? 'unreachable' : 'crashed'
}
