import { changeMeeting, listMeetings, listMyMeetings, readMeeting } from '@rondo/shared/meeting/contract.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { EditableTitle, usePage } from '../page/index.ts'
import { useTell } from '../platform/ask.ts'

interface MeetingTitleProps {
  readonly meeting: Meeting
  readonly large?: boolean
}

/**
 * The title of a meeting and of its page, which are one. The page is renamed first, for it knows the precondition:
 * whoever is late changes neither.
 */
export function MeetingTitle({ meeting, large = false }: MeetingTitleProps) {
  const title = usePage(meeting.pageId).data?.title ?? meeting.title
  const change = useTell(changeMeeting, [readMeeting, listMeetings, listMyMeetings])
  return (
    <EditableTitle
      page={{ id: meeting.pageId, title }}
      mayRename={meeting.mayWrite}
      large={large}
      onRenamed={(renamed) => change.mutate({ params: { meetingId: meeting.id }, body: { title: renamed } })}
    />
  )
}
