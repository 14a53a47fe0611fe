import type { PageSummary } from '@rondo/shared/page/model.ts'
import { useTranslation } from 'react-i18next'
import { PageTitleLink } from './page-link.tsx'

/** The pages that link here; what the reader may not see is not counted either. */
export function LinkedFrom({ pages }: { readonly pages: readonly PageSummary[] }) {
  const { t } = useTranslation()
  return (
    <section>
      <h2>{t('page.linkedFrom')}</h2>
      {pages.length === 0 ? (
        <p className="faint">{t('page.linkedFromNothing')}</p>
      ) : (
        <ul>
          {pages.map((page) => (
            <li key={page.id}>
              <PageTitleLink page={page} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
