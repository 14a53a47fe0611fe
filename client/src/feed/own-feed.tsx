import { useTranslation } from 'react-i18next'
import { Section } from '../ui/section/section.tsx'
import { FeedLink } from './feed-link.tsx'

/** All meetings of the reader's circles in their own calendar. */
export function OwnFeed() {
  const { t } = useTranslation()
  return (
    <Section title={t('feed.title')}>
      <FeedLink circleId={null} about={t('feed.aboutMine')} />
    </Section>
  )
}
