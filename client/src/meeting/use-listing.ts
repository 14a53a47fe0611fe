import { useCallback } from 'react'
import { useReader } from '../ui/reader/reader.ts'

/** Joins names as the reader's language does: "Hana, Jonas and Leyla". */
export function useListing(): (names: readonly string[]) => string {
  const { locale } = useReader()
  return useCallback(
    (names: readonly string[]) =>
      new Intl.ListFormat(locale === 'pseudo' ? 'en-GB' : locale, { type: 'conjunction' }).format(names),
    [locale],
  )
}
