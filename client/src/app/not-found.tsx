import { useTranslation } from 'react-i18next'
import { useFrame } from '../ui/frame/use-frame.ts'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { EmptyState } from '../ui/states/empty-state.tsx'

/** There is nothing here, or nothing that this person may know of. */
export function NotFound() {
  const { t } = useTranslation()
  useFrame({ crumbs: [{ label: t('app.notFound.title') }] })
  return (
    <div className="page">
      <EmptyState
        title={t('app.notFound.title')}
        sentence={t('app.notFound.sentence')}
        action={<ButtonLink to="/">{t('app.notFound.action')}</ButtonLink>}
      />
    </div>
  )
}
