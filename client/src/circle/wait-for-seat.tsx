import { Button } from '@mantine/core'
import { listCircles, readCircle, stopWaiting, waitForSeat } from '@rondo/shared/circle/contract.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { useTranslation } from 'react-i18next'
import { useMe } from '../account/index.ts'
import { useTell } from '../platform/ask.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'

/** All seats are taken: a place on the list, and where one stands on it. */
export function WaitForSeat({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  const me = useMe()
  const wait = useTell(waitForSeat, [listCircles, readCircle])
  const stop = useTell(stopWaiting, [listCircles, readCircle])
  if (me === undefined) return null
  const place = circle.waiting.indexOf(me.id) + 1
  const problem = wait.error ?? stop.error
  const params = { circleId: circle.id }
  return (
    <div className="take-seat">
      <p role="status">
        {place === 0
          ? t('circle.waiting.full', { count: circle.seats.length })
          : t('circle.waiting.place', { count: place })}
      </p>
      {place === 0 ? (
        <Button variant="filled" loading={wait.isPending} onClick={() => wait.mutate({ params })}>
          {t('circle.waiting.wait')}
        </Button>
      ) : (
        <Button
          loading={stop.isPending}
          onClick={() => stop.mutate({ params: { ...params, memberId: me.id } })}
        >
          {t('circle.waiting.stop')}
        </Button>
      )}
      {problem === null ? null : <RefusalNotice error={problem} />}
    </div>
  )
}
