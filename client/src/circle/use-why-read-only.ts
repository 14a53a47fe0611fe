import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { useTranslation } from 'react-i18next'
import { useCircles } from './queries.ts'

/** Why the reader cannot write in something of a circle: what was agreed before they came, its archive, or `otherwise`. */
export const useWhyReadOnly = (circleId: CircleId | null, otherwise: string): string => {
  const { t } = useTranslation()
  const circle = useCircles().data?.circles.find(({ id }) => id === circleId)
  if (circle?.status === 'archived') return t('circle.refused.archived')
  return circle?.mustAccept === true ? t('circle.refused.accept-first') : otherwise
}
