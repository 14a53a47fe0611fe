import type { OutlineEntry } from '@rondo/shared/document/read-segments.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import type { Page } from '@rondo/shared/page/model.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { useCircle } from '../circle/index.ts'
import { TextLink } from '../ui/link/text-link.tsx'
import { DayText } from '../ui/time/time-text.tsx'
import { LinkedFrom } from './linked-from.tsx'

interface PageSideProps {
  readonly page: Page
  readonly outline: readonly OutlineEntry[]
}

/** What is known about a page: its outline, who links here, whose it is, when it changed. */
export function PageSide({ page, outline }: PageSideProps) {
  const { t } = useTranslation()
  const who = useWho()
  const { shown, isMe } = who(page.createdBy)
  return (
    <>
      {outline.length === 0 ? null : (
        <section>
          <h2>{t('page.outline')}</h2>
          <ul>
            {outline.map((entry, index) => (
              // Two headings may say the same; their place tells them apart.
              // biome-ignore lint/suspicious/noArrayIndexKey: the outline is only read
              <li key={index} className="reader-outline" data-level={entry.level}>
                {entry.title}
              </li>
            ))}
          </ul>
        </section>
      )}
      <LinkedFrom pages={page.backlinks} />
      <section>
        <h2>{t('page.thisPage')}</h2>
        <p>{page.circleId === null ? t('page.forEverybody') : <OfCircle circleId={page.circleId} />}</p>
        <p>{isMe ? t('page.youStarted') : t('page.startedBy', { name: shown })}</p>
        <p>
          {t('page.lastChanged')} <DayText at={page.updatedAt} />
        </p>
        <p>
          <TextLink to="/pages/$pageId/history" params={{ pageId: page.id }}>
            {t('version.history')}
          </TextLink>
        </p>
      </section>
    </>
  )
}

function OfCircle({ circleId }: { readonly circleId: CircleId }) {
  const { t } = useTranslation()
  const circle = useCircle(circleId).data
  return (
    <>
      {t('page.forCircle')}{' '}
      <TextLink to="/circles/$circleId" params={{ circleId }}>
        {circle?.name ?? '…'}
      </TextLink>
    </>
  )
}
