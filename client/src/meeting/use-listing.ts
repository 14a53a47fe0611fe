import { useCallback } from 'react'
import { useReader } from '../ui/reader/reader.ts'
import { intlLocale } from '../ui/time/time-words.ts'

/** Joins names as the reader's language does: "Hana, Jonas and Leyla". */
export function useListing(): (names: readonly string[]) => string {
  const { locale } = useReader()
  return useCallback(
    (names: readonly string[]) =>
      new Intl.ListFormat(intlLocale(locale), { type: 'conjunction' }).format(names),
    [locale],
  )
}
