import { PAIN, strain } from '@rondo/shared/hours/model.ts'
import { useTranslation } from 'react-i18next'
import { StrainSign } from './strain-sign.tsx'

/** What the colours, signs and numbers mean. */
export function Legend() {
  const { t } = useTranslation()
  return (
    <ul className="hours-legend" aria-label={t('hours.legend.title')}>
      {strain.options.map((one) => (
        <li key={one} data-strain={one}>
          <StrainSign strain={one} /> {t(`hours.legend.${one}`, { pain: PAIN[one] })}
        </li>
      ))}
    </ul>
  )
}
