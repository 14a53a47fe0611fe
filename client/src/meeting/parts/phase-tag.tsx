import type { Phase } from '@rondo/shared/format/part.ts'
import { useTranslation } from 'react-i18next'
import './parts.css'

/** The phase of a critique in which something was caught. */
export function PhaseTag({ phase }: { readonly phase: Phase | undefined }) {
  const { t } = useTranslation()
  if (phase === undefined) return null
  return (
    <span className="phase-tag" data-phase={phase}>
      {t(`meeting.phase.${phase}`)}
    </span>
  )
}
