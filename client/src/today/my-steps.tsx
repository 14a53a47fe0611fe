import type { Circle } from '@rondo/shared/circle/model.ts'
import { useTranslation } from 'react-i18next'
import { CaptureLine, useCaptures } from '../capture/index.ts'
import { Section } from '../ui/section/section.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { RowsSkeleton } from '../ui/states/skeleton.tsx'

interface MyStepsProps {
  /** Where I sit. With more than one circle, each step says from which it is. */
  readonly circles: readonly Circle[]
}

/** What I said I would do, everywhere. */
export function MySteps({ circles }: MyStepsProps) {
  const { t } = useTranslation()
  const { data, error, refetch } = useCaptures({ kind: 'next', state: 'open', who: 'me' })
  const steps = data?.captures
  const circleOf = (id: string | null) =>
    circles.length > 1 ? circles.find((circle) => circle.id === id)?.name : undefined
  return (
    <Section title={t('today.steps.title')}>
      {error === null ? null : <RefusalNotice error={error} onAgain={() => void refetch()} />}
      {steps === undefined && error === null ? <RowsSkeleton rows={3} /> : null}
      {steps?.length === 0 ? <p className="today-none">{t('today.steps.none')}</p> : null}
      <ul className="rows">
        {steps?.map((capture) => (
          <li key={capture.id}>
            <CaptureLine capture={capture} circle={circleOf(capture.circleId)} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
