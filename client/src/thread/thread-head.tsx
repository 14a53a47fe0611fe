import type { Circle } from '@rondo/shared/circle/model.ts'
import type { Thread } from '@rondo/shared/thread/model.ts'
import { Trans, useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { TextLink } from '../ui/link/text-link.tsx'
import { DayText } from '../ui/time/time-text.tsx'

interface ThreadHeadProps {
  readonly thread: Thread
  readonly circle: Circle | undefined
}

/** Where it is, who asked, and what. */
export function ThreadHead({ thread, circle }: ThreadHeadProps) {
  const who = useWho()
  return (
    <header className="thread-head">
      <p className="text-small faint">
        <Trans
          i18nKey={who(thread.openedBy).isMe ? 'thread.openedByYou' : 'thread.openedBy'}
          values={{ circle: circle?.name ?? '', name: who(thread.openedBy).shown }}
          components={{
            circle: <TextLink to="/circles/$circleId" params={{ circleId: thread.circleId }} />,
            day: <DayText at={thread.openedAt} />,
          }}
        />
      </p>
      <h1 tabIndex={-1}>{thread.title}</h1>
      <ThreadAbout about={thread.about} />
    </header>
  )
}

/** Where the thing that it is about was caught: the meeting, or another page. */
function ThreadAbout({ about }: Pick<Thread, 'about'>) {
  const { t } = useTranslation()
  if (about === null) return null
  const { captureId, pageId, pageTitle, meetingId, meetingNumber } = about
  return (
    <p className="text-small faint">
      {meetingId === null ? (
        <TextLink to="/pages/$pageId" params={{ pageId }} hash={captureId}>
          {t('thread.aboutPage', { title: pageTitle })}
        </TextLink>
      ) : (
        <TextLink to="/meetings/$meetingId" params={{ meetingId }} hash={captureId}>
          {t('thread.aboutMeeting', { number: meetingNumber, title: pageTitle })}
        </TextLink>
      )}
    </p>
  )
}
