import { useTranslation } from 'react-i18next'
import { useFrame } from '../ui/frame/use-frame.ts'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { EmptyState } from '../ui/states/empty-state.tsx'

/** There is no such meeting, or not for this reader. */
export function NotHere() {
  const { t } = useTranslation()
  useFrame({ crumbs: [{ label: t('meeting.notHereShort') }] })
  return (
    <div className="page">
      <EmptyState
        title={t('meeting.notHereShort')}
        sentence={t('meeting.notHere')}
        action={<ButtonLink to="/">{t('meeting.toToday')}</ButtonLink>}
      />
    </div>
  )
}
