import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { EmptyState } from '../ui/states/empty-state.tsx'

/** No circle here, or none that the reader may know of: the same words for both. */
export function NoCircle() {
  const { t } = useTranslation()
  return (
    <div className="page">
      <EmptyState
        title={t('circle.gone.title')}
        sentence={t('circle.gone.sentence')}
        action={<ButtonLink to="/circles">{t('circle.gone.action')}</ButtonLink>}
      />
    </div>
  )
}
