import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** The title, the one rule, and what can be chosen. */
export function RotationHead({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation()
  return (
    <header className="rotation-head">
      <div>
        <h1 tabIndex={-1}>{t('rotation.title')}</h1>
        <p className="soft">{t('rotation.rule')}</p>
      </div>
      {children === undefined ? null : <div className="rotation-choices">{children}</div>}
    </header>
  )
}
