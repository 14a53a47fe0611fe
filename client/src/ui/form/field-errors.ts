import type { z } from 'zod'
import { Refused } from '../../platform/refused.ts'

/** The fields that the schema refuses, each with its own words. */
export const schemaErrors = (
  schema: z.ZodType | undefined,
  values: unknown,
  words: Readonly<Record<string, string>>,
): Record<string, string> => {
  const parsed = schema?.safeParse(values)
  if (parsed === undefined || parsed.success) return {}
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) {
    const field = issue.path.join('.')
    errors[field] ??= words[field] ?? issue.message
  }
  return errors
}

/** What the server said about fields that stand in this form; anything else is a problem of the whole. */
export const serverErrors = (
  error: unknown,
  fields: readonly string[],
  translated: (reason: string) => string | undefined,
): Record<string, string> => {
  if (!(error instanceof Refused)) return {}
  const reason = error.reason === undefined ? undefined : translated(`ui.reason.${error.reason}`)
  return Object.fromEntries(
    error.errors
      .filter((one) => fields.includes(one.field))
      .map((one) => [one.field, reason ?? one.detail] satisfies [string, string]),
  )
}
