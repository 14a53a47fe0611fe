import type { Strain } from '@rondo/shared/hours/model.ts'
import { IconBriefcase2, IconCoffee, IconMoonStars, IconSunset2 } from '@tabler/icons-react'

const SIGNS = {
  'in-hours': IconBriefcase2,
  edge: IconSunset2,
  'day-off': IconCoffee,
  night: IconMoonStars,
} as const

/** What a time is for somebody, as a picture; the word stands beside it or is read out. */
export function StrainSign({ strain, size = 16 }: { readonly strain: Strain; readonly size?: number }) {
  const Sign = SIGNS[strain]
  return <Sign size={size} stroke={1.5} aria-hidden="true" />
}
