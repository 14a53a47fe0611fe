import type { Circle } from '@rondo/shared/circle/model.ts'
import { circleId } from '@rondo/shared/kernel/id.ts'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Refused } from '../platform/refused.ts'
import { useFrame } from '../ui/frame/use-frame.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { RingSkeleton, RowsSkeleton, TextSkeleton } from '../ui/states/skeleton.tsx'
import { AgreementSection } from './agreement-section.tsx'
import { CircleCaptures } from './circle-captures.tsx'
import { CircleHead } from './circle-head.tsx'
import { CirclePeople } from './circle-people.tsx'
import { CircleState } from './circle-state.tsx'
import { CircleThreads } from './circle-threads.tsx'
import { CourseSection } from './course-section.tsx'
import { DriftPrompt } from './drift-prompt.tsx'
import { NextMeeting } from './meeting-ahead.tsx'
import { NoCircle } from './no-circle.tsx'
import { useCircle } from './queries.ts'
import { ShowNotes } from './show-notes.tsx'
import { TakeSeat } from './take-seat.tsx'
import './circle.css'

/** A circle: what for, who leads next, what is open, what was learned. */
export function CircleScreen() {
  const params = useParams({ from: '/house/circles/$circleId' })
  const id = circleId.safeParse(params.circleId)
  return id.success ? <CircleOf key={id.data} id={id.data} /> : <NoCircle />
}

function CircleOf({ id }: { readonly id: Circle['id'] }) {
  const { t } = useTranslation()
  const { data: circle, error, refetch } = useCircle(id)
  useFrame({ crumbs: [{ label: t('circle.all'), to: '/circles' }, { label: circle?.name ?? '' }] })
  if (error instanceof Refused && error.status === 404) return <NoCircle />
  if (error !== null && circle === undefined) {
    return (
      <div className="page">
        <RefusalNotice error={error} onAgain={() => void refetch()} />
      </div>
    )
  }
  return circle === undefined ? <CircleOnItsWay /> : <CircleView circle={circle} />
}

function CircleView({ circle }: { readonly circle: Circle }) {
  return (
    <div className="page">
      <CircleHead circle={circle} />
      <CircleState circle={circle} />
      <DriftPrompt circle={circle} />
      <TakeSeat circle={circle} />
      <NextMeeting circle={circle} />
      <div className="circle-two">
        <div>
          <CircleCaptures circle={circle} />
          <ShowNotes circle={circle} />
        </div>
        <div>
          <CircleThreads circle={circle} />
          <AgreementSection circle={circle} />
          <CourseSection circle={circle} />
          <CirclePeople circle={circle} />
        </div>
      </div>
    </div>
  )
}

function CircleOnItsWay() {
  return (
    <div className="page">
      <div className="circle-head">
        <TextSkeleton title lines={3} />
        <RingSkeleton size={280} />
      </div>
      <RowsSkeleton rows={4} />
    </div>
  )
}
