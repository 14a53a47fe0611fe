import type { Locale } from '@rondo/shared/account/model.ts'
import { type Format, type FormatRef, type OwnFormat, PRESETS } from '@rondo/shared/format/model.ts'
import { formatIn } from '@rondo/shared/format/presets.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { useMemo } from 'react'
import { useMe } from '../account/index.ts'
import { useFormats } from './queries.ts'

/** A format as lists and editors show it: a preset in the reader's language, or one of the circle's own. */
export interface ShownFormat extends Format {
  readonly id: FormatRef
  /** Undefined for a preset. */
  readonly own: OwnFormat | undefined
}

const presetsIn = (locale: Locale): ShownFormat[] =>
  PRESETS.map((id) => ({ ...formatIn(locale, id), own: undefined }))

export const shownOf = (own: OwnFormat): ShownFormat => {
  const { id, name, about, segments, roles, page } = own
  return { id, name, about, segments, roles, page, own }
}

/** The circle's own formats first, then the presets; the presets alone until the others have come. */
export function useShownFormats(circleId: CircleId): readonly ShownFormat[] {
  const locale = useMe()?.locale ?? 'en'
  const formats = useFormats(circleId).data?.formats
  return useMemo(() => [...(formats ?? []).map(shownOf), ...presetsIn(locale)], [formats, locale])
}

export const minutesOf = (segments: readonly { readonly minutes: number }[]): number =>
  segments.reduce((sum, { minutes }) => sum + minutes, 0)
