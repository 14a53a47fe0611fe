import type { i18n, TFunction } from 'i18next'
import { Refused } from '../platform/refused.ts'

/** Who was faster, in the server's words or the reader's language; undefined when the error is another one. */
export const lateWords = (error: unknown, t: TFunction, { resolvedLanguage }: i18n): string | undefined => {
  if (!(error instanceof Refused) || error.code !== 'conflict' || error.reason === undefined) return undefined
  return resolvedLanguage === 'en' ? error.detail : t(error.reason.replace('.', '.refused.'))
}
