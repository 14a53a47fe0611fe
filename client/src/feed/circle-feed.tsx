import type { Circle } from '@rondo/shared/circle/model.ts'
import { useTranslation } from 'react-i18next'
import { FeedLink } from './feed-link.tsx'

/** The meetings of one circle in the reader's own calendar. */
export function CircleFeed({ circle }: { readonly circle: Pick<Circle, 'id' | 'name'> }) {
  const { t } = useTranslation()
  return <FeedLink circleId={circle.id} about={t('feed.aboutCircle', { circle: circle.name })} />
}
