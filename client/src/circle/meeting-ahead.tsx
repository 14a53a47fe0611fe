import type { Circle } from '@rondo/shared/circle/model.ts'
import type { MeetingSummary } from '@rondo/shared/meeting/model.ts'
import { useTranslation } from 'react-i18next'
import { useMeetings } from '../meeting/index.ts'
import { serverNow } from '../platform/clock.ts'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { TextLink } from '../ui/link/text-link.tsx'
import { TimeText } from '../ui/time/time-text.tsx'
import { MeetingActions } from './meeting-actions.tsx'
import { MeetingRoles } from './meeting-roles.tsx'
import { calledOff, daysUntil, upcoming } from './next-meeting.ts'
import { NotYet } from './not-yet.tsx'
import { Rsvp } from './rsvp.tsx'
import { useMay } from './use-may-manage.ts'
import { WhoComes } from './who-comes.tsx'

/** The next time the circle meets: what about, when, who leads, and whether I come. */
export function NextMeeting({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  const asked = useMeetings(circle.id)
  const meetings = asked.data?.meetings
  if (meetings === undefined) {
    return (
      <section className="next-meeting" aria-label={t('circle.next.title')}>
        <NotYet asked={asked} rows={1} />
      </section>
    )
  }
  const [next, ...later] = upcoming(meetings, serverNow())
  const off = calledOff(meetings, serverNow())
  return (
    <section className="next-meeting" aria-label={t('circle.next.title')}>
      {next === undefined ? <NoMeeting circle={circle} /> : <MeetingAhead circle={circle} meeting={next} />}
      {next === undefined ? null : <LaterMeetings circle={circle} meetings={later} />}
      {off.length === 0 ? null : <CalledOff meetings={off} />}
    </section>
  )
}

interface MeetingAheadProps {
  readonly circle: Circle
  readonly meeting: MeetingSummary
}

function MeetingAhead({ circle, meeting }: MeetingAheadProps) {
  const mine = useMay('create', circle)
  return (
    <>
      <div className="next-meeting-what">
        <p className="text-small faint">
          <MeetingMoment meeting={meeting} />
        </p>
        <h2>
          <TextLink to="/meetings/$meetingId" params={{ meetingId: meeting.id }} className="plain-link">
            {meeting.title}
          </TextLink>
        </h2>
        <p className="text-small soft">
          <TimeText at={meeting.startsAt} zone={meeting.timeZone} />. <MeetingRoles meeting={meeting} />
        </p>
      </div>
      <div className="next-meeting-answer">
        <div className="next-meeting-row">
          {mine && meeting.phase === 'scheduled' ? <Rsvp meeting={meeting} /> : null}
          <MeetingActions meeting={meeting} />
        </div>
        <WhoComes meeting={meeting} />
      </div>
    </>
  )
}

/** "Meeting 15, in four days", or that it is on now. */
function MeetingMoment({ meeting }: { readonly meeting: MeetingSummary }) {
  const { t } = useTranslation()
  const number = meeting.number
  if (meeting.phase === 'live') return <b className="live-now">{t('circle.next.live', { number })}</b>
  const days = daysUntil(meeting.startsAt, serverNow(), meeting.timeZone)
  if (days < 0 || (days === 0 && meeting.startsAt < serverNow())) return t('circle.next.due', { number })
  if (days === 0) return t('circle.next.today', { number })
  return days === 1 ? t('circle.next.tomorrow', { number }) : t('circle.next.inDays', { number, count: days })
}

function NoMeeting({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  const mine = useMay('create', circle)
  return (
    <>
      <p className="next-meeting-none">{t(mine ? 'circle.next.none' : 'circle.next.noneYet')}</p>
      {mine ? (
        <ButtonLink
          variant={circle.status === 'closing' ? 'default' : 'filled'}
          to="/circles/$circleId/meetings/new"
          params={{ circleId: circle.id }}
        >
          {t('circle.next.schedule')}
        </ButtonLink>
      ) : null}
    </>
  )
}

/** After the next meeting so many are named; the others stand among all dates. */
const SHOWN = 2

function LaterMeetings({
  circle,
  meetings,
}: {
  readonly circle: Circle
  readonly meetings: readonly MeetingSummary[]
}) {
  const { t } = useTranslation()
  const mine = useMay('create', circle)
  return (
    <ul className="later-meetings" aria-label={t('circle.next.later')}>
      {meetings.slice(0, SHOWN).map((meeting) => (
        <li key={meeting.id}>
          <TextLink to="/meetings/$meetingId" params={{ meetingId: meeting.id }}>
            {meeting.title}
          </TextLink>
          , <TimeText at={meeting.startsAt} zone={circle.timeZone} />
        </li>
      ))}
      <li>
        <TextLink to="/circles/$circleId/cadence" params={{ circleId: circle.id }}>
          {t('circle.next.allDates')}
        </TextLink>
      </li>
      {!mine ? null : (
        <li>
          <TextLink to="/circles/$circleId/meetings/new" params={{ circleId: circle.id }}>
            {t('circle.next.another')}
          </TextLink>
        </li>
      )}
    </ul>
  )
}

/** Meetings that will not be, with the reason: nobody should wait for them. */
function CalledOff({ meetings }: { readonly meetings: readonly MeetingSummary[] }) {
  const { t } = useTranslation()
  return (
    <ul className="called-off" aria-label={t('circle.next.calledOff')}>
      {meetings.map((meeting) => (
        <li key={meeting.id}>
          <TextLink to="/meetings/$meetingId" params={{ meetingId: meeting.id }}>
            {meeting.title}
          </TextLink>
          , <TimeText at={meeting.startsAt} zone={meeting.timeZone} />.{' '}
          <span className="called-off-why">
            {t('circle.notes.cancelled', { reason: meeting.cancelReason ?? '' })}
          </span>
        </li>
      ))}
    </ul>
  )
}
