import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { IconWorldSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { TextLink } from '../ui/link/text-link.tsx'
import type { FairSearch } from './search.ts'
import './fair-hour-link.css'

interface FairHourLinkProps {
  readonly circleId: CircleId
  /** What to look for; the coming week by default. */
  readonly search?: FairSearch
}

/** Stands wherever a time is chosen: the way to one that suits everybody. */
export function FairHourLink({ circleId, search = {} }: FairHourLinkProps) {
  const { t } = useTranslation()
  return (
    <p className="fair-hour-link">
      <IconWorldSearch size={17} stroke={1.5} aria-hidden="true" />{' '}
      <TextLink to="/circles/$circleId/fair-hours" params={{ circleId }} search={search}>
        {t('hours.open')}
      </TextLink>{' '}
      <span className="faint">{t('hours.openAbout')}</span>
    </p>
  )
}
