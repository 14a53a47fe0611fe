import type { Circle } from '@rondo/shared/circle/model.ts'
import { useTranslation } from 'react-i18next'
import { Section } from '../ui/section/section.tsx'
import { CadenceLine } from './cadence-line.tsx'

/** When the circle meets, among its settings. */
export function CadenceSettings({ circle }: { readonly circle: Pick<Circle, 'id' | 'timeZone'> }) {
  const { t } = useTranslation()
  return (
    <div className="settings-part">
      <Section title={t('cadence.title')}>
        <CadenceLine circle={circle} />
      </Section>
    </div>
  )
}
