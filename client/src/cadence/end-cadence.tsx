import { Button } from '@mantine/core'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../ui/dialog/dialog.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import type { OutcomeOf } from './outcome.tsx'
import { useEndCadence } from './queries.ts'

interface EndCadenceProps {
  readonly circle: Pick<Circle, 'id'>
  readonly from: number
  readonly onDone: (ended: { changes: OutcomeOf; version: number }) => void
}

/** Ends the series; says first what goes and what stays. */
export function EndCadence({ circle, from, onDone }: EndCadenceProps) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const end = useEndCadence()
  const yes = () =>
    end.mutate(
      { params: { circleId: circle.id }, body: { from } },
      {
        onSuccess: (ended) => {
          setAsking(false)
          onDone(ended)
        },
      },
    )
  return (
    <>
      <Button variant="danger" onClick={() => setAsking(true)}>
        {t('cadence.end.open')}
      </Button>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('cadence.end.title')}
        yes={t('cadence.end.yes')}
        no={t('cadence.end.no')}
        onYes={yes}
        danger
        busy={end.isPending}
      >
        <p>{t('cadence.end.about')}</p>
        {end.error === null ? null : <RefusalNotice error={end.error} />}
      </Confirm>
    </>
  )
}
