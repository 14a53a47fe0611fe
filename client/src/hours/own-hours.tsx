import type { Account } from '@rondo/shared/account/model.ts'
import { useTranslation } from 'react-i18next'
import { Section } from '../ui/section/section.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { TextSkeleton } from '../ui/states/skeleton.tsx'
import { OwnHoursForm } from './own-hours-form.tsx'
import { useChangeOwnHours, useOwnHours } from './queries.ts'
import './own-hours.css'

/** When the reader works: a part of their settings. */
export function OwnHours({ me }: { readonly me: Account }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useOwnHours()
  const change = useChangeOwnHours()
  return (
    <Section title={t('hours.own.title')}>
      {error === null ? null : <RefusalNotice error={error} onAgain={() => void refetch()} />}
      {data === undefined && error === null ? <TextSkeleton lines={3} /> : null}
      {data === undefined ? null : (
        <OwnHoursForm key={JSON.stringify(data.hours)} zone={me.timeZone} known={data} change={change} />
      )}
    </Section>
  )
}
