import { formatIn, isPreset } from '@rondo/shared/format/presets.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { useSelf } from '../account/index.ts'

/** What a meeting's format is called: a preset in the reader's language, the circle's own as it was called then. */
export function useFormatName({ format, formatName }: Pick<Meeting, 'format' | 'formatName'>): string | null {
  const locale = useSelf()?.locale ?? 'en'
  return formatName ?? (isPreset(format) ? formatIn(locale, format).name : null)
}
