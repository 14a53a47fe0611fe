import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveStatus } from '../../platform/use-live.ts'
import { Band } from '../../ui/states/band.tsx'

/** A blink of the network is nobody's business. */
const CALM = 4000

/** Says that the connection is gone, once it has been gone for a while. */
export function OfflineBand() {
  return useLiveStatus() === 'away' ? <AfterAWhile /> : null
}

function AfterAWhile() {
  const { t } = useTranslation()
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), CALM)
    return () => clearTimeout(timer)
  }, [])
  return shown ? <Band says={t('app.offline')} safe={t('app.offlineSafe')} /> : null
}
