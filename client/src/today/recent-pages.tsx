import { useTranslation } from 'react-i18next'
import { usePages } from '../page/index.ts'
import { TextLink } from '../ui/link/text-link.tsx'
import { Section } from '../ui/section/section.tsx'
import { DayText } from '../ui/time/time-text.tsx'

const MOST = 5

/** What others wrote lately, to look into. */
export function RecentPages() {
  const { t } = useTranslation()
  const pages = usePages({}).data?.pages.slice(0, MOST) ?? []
  if (pages.length === 0) return null
  return (
    <Section title={t('today.welcome.pages')}>
      <ul className="rows recent-pages">
        {pages.map((page) => (
          <li key={page.id}>
            <TextLink to="/pages/$pageId" params={{ pageId: page.id }}>
              {page.title}
            </TextLink>
            <span className="faint">
              <DayText at={page.updatedAt} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
