import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { reloadOnce } from '../platform/newer-build.ts'
import { type DocumentHandle, useDocumentStatus, useSavedState, wouldLoseSomething } from '../sync/index.ts'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { ErrorNotice } from '../ui/states/error-notice.tsx'
import { SetAside } from './set-aside.tsx'

/** What is to be known about an open document besides its text: why nothing is saved, what is waited for, what was set aside. */
export function DocumentNotices({ handle }: { readonly handle: DocumentHandle }) {
  const { t } = useTranslation()
  const { waitsFor, cannotStore } = useDocumentStatus(handle)
  return (
    <>
      <SetAside handle={handle} />
      <WhyNotSaving handle={handle} />
      {cannotStore ? <CannotStore handle={handle} /> : null}
      {waitsFor === null ? null : (
        <p className="document-notice" role="status">
          {t(`page.waits.${waitsFor}`)}
        </p>
      )}
    </>
  )
}

/** Everybody is told, also who only reads; whoever writes is told where it is meanwhile. */
function CannotStore({ handle }: { readonly handle: DocumentHandle }) {
  const { t } = useTranslation()
  const saved = useSavedState(handle)
  const isInTabOnly = saved.kind === 'kept' && !saved.onDevice
  return (
    <p className="document-notice" role="status">
      <span>
        <b>{t('page.cannotStore')}</b> {t(isInTabOnly ? 'page.cannotStoreHere' : 'page.cannotStoreSafe')}
      </span>
    </p>
  )
}

/** Writing goes nowhere: why, what is safe, what to do. */
function WhyNotSaving({ handle }: { readonly handle: DocumentHandle }) {
  const { t } = useTranslation()
  const saved = useSavedState(handle)
  const reason = saved.kind === 'blocked' ? saved.reason : undefined
  useEffect(() => {
    // What was typed is on this device by now; a newer Rondo sends it.
    if (reason === 'outdated' && !wouldLoseSomething()) reloadOnce('schema')
  }, [reason])
  if (reason === undefined || reason === 'read-only' || reason === 'no-access') return null
  const reload = reason === 'outdated' || reason === 'broken' || reason === 'other-generation'
  return (
    <ErrorNotice
      happened={t(`page.blocked.${reason}`)}
      safe={t(handle.wouldLose() ? 'page.blockedSafe' : 'page.blockedKept')}
      action={
        reload ? (
          <Button onClick={() => window.location.reload()}>{t('page.reload')}</Button>
        ) : reason === 'signed-out' ? (
          <ButtonLink to="/sign-in" target="_blank">
            {t('page.signIn')}
          </ButtonLink>
        ) : undefined
      }
    />
  )
}
