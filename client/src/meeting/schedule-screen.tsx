import { type CircleId, circleId as parseCircleId } from '@rondo/shared/kernel/id.ts'
import { useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { CadenceLine } from '../cadence/index.ts'
import { useCircle } from '../circle/index.ts'
import { FairHourLink } from '../hours/index.ts'
import { useFrame } from '../ui/frame/use-frame.ts'
import { EmptyState } from '../ui/states/empty-state.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { TextSkeleton } from '../ui/states/skeleton.tsx'
import { NotHere } from './not-here.tsx'
import { useMeetings } from './queries.ts'
import { ScheduleForm } from './schedule-form.tsx'
import { readStart } from './start-in-address.ts'
import './schedule.css'

/** Schedules a meeting of a circle. */
export function ScheduleScreen() {
  const params = useParams({ strict: false })
  const parsed = parseCircleId.safeParse(params.circleId)
  return parsed.success ? <ScheduleInCircle key={parsed.data} circleId={parsed.data} /> : <NotHere />
}

function ScheduleInCircle({ circleId }: { readonly circleId: CircleId }) {
  const { t } = useTranslation()
  const circle = useCircle(circleId)
  const meetings = useMeetings(circleId)
  const proposed = readStart(useSearch({ strict: false }))
  useFrame({
    crumbs: [
      { label: circle.data?.name ?? '…', to: `/circles/${circleId}` },
      { label: t('meeting.schedule.title') },
    ],
  })
  const error = circle.error ?? meetings.error
  return (
    <div className="page schedule">
      <h1 tabIndex={-1}>{t('meeting.schedule.title')}</h1>
      {error === null ? null : <RefusalNotice error={error} onAgain={() => void meetings.refetch()} />}
      {circle.data?.standing === 'none' ? <EmptyState sentence={t('meeting.schedule.mayNot')} /> : null}
      {circle.isPending || meetings.isPending ? <TextSkeleton lines={6} /> : null}
      {circle.data === undefined || meetings.data === undefined || circle.data.standing === 'none' ? null : (
        <>
          <p className="soft measure">{t('meeting.schedule.intro')}</p>
          <FairHourLink circleId={circleId} />
          <CadenceLine circle={circle.data} />
          <ScheduleForm
            circle={circle.data}
            proposed={proposed}
            lastStart={meetings.data.meetings[0]?.startsAt}
          />
        </>
      )}
    </div>
  )
}
