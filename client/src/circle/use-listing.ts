import { useReader } from '../ui/reader/reader.ts'
import { intlLocale } from '../ui/time/time-words.ts'

/** Names in a sentence, in the reader's language: "Ada, Ben and Cleo". */
export const useListing = (type: 'conjunction' | 'disjunction' = 'conjunction') => {
  const list = new Intl.ListFormat(intlLocale(useReader().locale), { type })
  return (names: readonly string[]) => list.format(names)
}
