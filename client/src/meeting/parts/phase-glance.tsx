import { PHASES } from '@rondo/shared/format/part.ts'
import type { CaptureId } from '@rondo/shared/kernel/id.ts'
import type { MeetingState } from '@rondo/shared/meeting/fold.ts'
import { phaseOf } from '@rondo/shared/meeting/parts.ts'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { KindIcon } from '../../ui/kind/kind.tsx'
import type { Caught } from '../caught.ts'
import './parts.css'

interface PhaseGlanceProps {
  readonly caught: readonly Caught[]
  readonly state: MeetingState
  readonly onCapture: (id: CaptureId) => void
}

/** What was said in a critique, by its phases; nothing for other meetings. */
export function PhaseGlance({ caught, state, onCapture }: PhaseGlanceProps) {
  const { t } = useTranslation()
  const titleId = useId()
  const phases = PHASES.map((phase) => ({
    phase,
    said: caught.filter((one) => phaseOf(state, one) === phase),
  })).filter(({ said }) => said.length > 0)
  if (phases.length === 0) return null
  return (
    <section className="phase-glance" aria-labelledby={titleId}>
      <h2 id={titleId}>{t('meeting.phase.glance')}</h2>
      {phases.map(({ phase, said }) => (
        <div key={phase} data-phase={phase}>
          <h3>{t(`meeting.phase.${phase}`)}</h3>
          <ul>
            {said.map((one) => (
              <li key={one.id} className={`kind-${one.kind}`}>
                <KindIcon kind={one.kind} size={15} />
                <button type="button" className="glance-text" onClick={() => onCapture(one.id)}>
                  {one.text}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
