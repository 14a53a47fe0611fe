import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { serverNow } from '../platform/clock.ts'
import { useReader } from '../ui/reader/reader.ts'
import type { Telling } from './reason-words.ts'

/** What the words of a reason depend on, but for whose turn it is. */
export const useTelling = (): Pick<Telling, 't' | 'locale' | 'now'> => {
  const { t } = useTranslation()
  const { locale } = useReader()
  return useMemo(() => ({ t, locale, now: serverNow() }), [t, locale])
}
