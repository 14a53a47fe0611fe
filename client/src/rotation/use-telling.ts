import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { serverNow } from '../platform/clock.ts'
import { useReader } from '../ui/reader/reader.ts'
import type { Telling } from './reason-words.ts'

/** What the words of a reason depend on, but for whose turn it is. */
export const useTelling = (): Pick<Telling, 't' | 'locale' | 'now' | 'nameOf'> => {
  const { t } = useTranslation()
  const { locale } = useReader()
  const who = useWho()
  return useMemo(
    () => ({ t, locale, now: serverNow(), nameOf: (memberId) => who(memberId).inText }),
    [t, locale, who],
  )
}
