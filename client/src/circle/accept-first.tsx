import type { Circle } from '@rondo/shared/circle/model.ts'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../ui/link/button-link.tsx'
import './take-seat.css'

/** The gate for a newcomer: what was agreed is read and accepted before they write. */
export function AcceptFirst({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  return (
    <div className="take-seat">
      <p>{t('circle.agreement.gate')}</p>
      <ButtonLink variant="filled" to="/circles/$circleId/agreement" params={{ circleId: circle.id }}>
        {t('circle.agreement.gateDo')}
      </ButtonLink>
    </div>
  )
}
