import type { GuestStay } from '@rondo/shared/guest/model.ts'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { purge } from '../account/index.ts'
import { useFrame } from '../ui/frame/use-frame.ts'
import { TimeText } from '../ui/time/time-text.tsx'
import './guest-over.css'

/** The stay is over: says why and since when, and leaves nothing of the meeting on this device. */
export function GuestOver({ guest }: { readonly guest: GuestStay }) {
  const { t } = useTranslation()
  const { id, ended, title, circleName, timeZone } = guest
  const why = ended?.why ?? 'time'
  useFrame({ title: t('guest.over.tab'), crumbs: [{ label: circleName }, { label: title }] })
  useEffect(() => {
    void purge(id).catch(() => {})
  }, [id])
  return (
    <div className="page guest-over">
      <h1 tabIndex={-1}>
        {t(`guest.over.${why}Title`)}
        {why === 'time' && ended?.since ? (
          <>
            {' '}
            <TimeText at={ended.since} zone={timeZone} />
          </>
        ) : null}
      </h1>
      <p>{t(`guest.over.${why}`, { title, circle: circleName })}</p>
      <p>{t('guest.over.keep')}</p>
      <p className="text-small faint">{t('guest.over.device')}</p>
    </div>
  )
}
