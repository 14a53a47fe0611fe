import { useTranslation } from 'react-i18next'
import { useFrame } from '../ui/frame/use-frame.ts'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { EmptyState } from '../ui/states/empty-state.tsx'

/** There is no such page, or not for whoever asks. */
export function PageNotHere() {
  const { t } = useTranslation()
  useFrame({ crumbs: [{ label: t('page.library'), to: '/library' }, { label: t('page.notHereShort') }] })
  return (
    <div className="page">
      <EmptyState
        title={t('page.notHereShort')}
        sentence={t('page.notHere')}
        action={<ButtonLink to="/library">{t('page.toLibrary')}</ButtonLink>}
      />
    </div>
  )
}
