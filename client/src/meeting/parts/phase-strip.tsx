import { partOf, phaseOf } from '@rondo/shared/meeting/parts.ts'
import { useTranslation } from 'react-i18next'
import { currentSegment } from '../leading.ts'
import type { PartBandProps } from './part-band.tsx'

/** The steps of the critique in their order, the current one lit, each with what was caught in it. */
export function PhaseStrip({ room, caught, onSegment }: Omit<PartBandProps, 'here'>) {
  const { t } = useTranslation()
  const current = currentSegment(room.state)
  const steps = room.items.flatMap(({ id }) => {
    const part = partOf(room.state, id)
    return part?.kind === 'phase' ? [{ id, phase: part.phase }] : []
  })
  return (
    <ol className="phase-strip" aria-label={t('meeting.phase.strip')}>
      {steps.map(({ id, phase }) => {
        const count = caught.filter((one) => phaseOf(room.state, one) === phase).length
        return (
          <li key={id} data-phase={phase} aria-current={id === current ? 'step' : undefined}>
            <button type="button" onClick={() => onSegment(id)}>
              {t(`meeting.phase.${phase}`)}
              {count === 0 ? null : (
                <span className="num">
                  <span className="visually-hidden">{t('meeting.phase.caught')}</span> {count}
                </span>
              )}
            </button>
          </li>
        )
      })}
    </ol>
  )
}
