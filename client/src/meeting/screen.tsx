import { type MeetingId, meetingId as parseMeetingId } from '@rondo/shared/kernel/id.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCircle } from '../circle/index.ts'
import { useDocument, useIsGone } from '../page/index.ts'
import { Refused } from '../platform/refused.ts'
import { useFrame } from '../ui/frame/use-frame.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { TextSkeleton } from '../ui/states/skeleton.tsx'
import { NotHere } from './not-here.tsx'
import { OpenMeeting } from './open-meeting.tsx'
import { useMeeting } from './queries.ts'

/** A meeting by its address: the room before and while it is live, the show-notes once it is wrapped. */
export function MeetingScreen() {
  const params = useParams({ strict: false })
  const parsed = parseMeetingId.safeParse(params.meetingId)
  return parsed.success ? <MeetingById key={parsed.data} meetingId={parsed.data} /> : <NotHere />
}

function MeetingById({ meetingId }: { readonly meetingId: MeetingId }) {
  const meeting = useMeeting(meetingId)
  if (meeting.data !== undefined) return <ReadMeeting meeting={meeting.data} />
  if (meeting.error instanceof Refused && meeting.error.status === 404) return <NotHere />
  return (
    <div className="page">
      {meeting.isError ? (
        <RefusalNotice error={meeting.error} onAgain={() => void meeting.refetch()} />
      ) : (
        <TextSkeleton title lines={8} />
      )}
    </div>
  )
}

function ReadMeeting({ meeting }: { readonly meeting: Meeting }) {
  const handle = useDocument(meeting.documentId)
  const circle = useCircle(meeting.circleId)
  const isGone = useIsGone(handle)
  if (isGone) return <NotHere />
  if (handle !== undefined && circle.data !== undefined) {
    return <OpenMeeting key={handle.doc.clientID} meeting={meeting} circle={circle.data} handle={handle} />
  }
  if (!circle.isError) return <Opening meeting={meeting} />
  return (
    <div className="page">
      <RefusalNotice error={circle.error} onAgain={() => void circle.refetch()} />
    </div>
  )
}

/** What is known before the notes have come, with the frame already as it will be. */
function Opening({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation()
  useFrame({
    title: meeting.title,
    crumbs: [{ label: t('meeting.number', { number: meeting.number }) }],
    wide: foldMeeting(meeting.events).phase !== 'wrapped',
  })
  return (
    <div className="page">
      <TextSkeleton title lines={8} />
    </div>
  )
}
