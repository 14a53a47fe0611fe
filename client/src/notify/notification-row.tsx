import { isOfRota, type Notification, type NotificationKind } from '@rondo/shared/notify/model.ts'
import {
  type Icon,
  IconArmchair,
  IconArrowsExchange,
  IconCalendarEvent,
  IconCalendarOff,
  IconCalendarShare,
  IconCompass,
  IconConfetti,
  IconHandStop,
  IconMessage2Heart,
  IconMicrophone2,
  IconPlayerPlay,
  IconPresentation,
  IconStar,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { OfferAnswer } from '../ritual/index.ts'
import { DayText, TimeText } from '../ui/time/time-text.tsx'

const SIGNS: Record<NotificationKind, Icon> = {
  reminder: IconCalendarEvent,
  moved: IconCalendarShare,
  cancelled: IconCalendarOff,
  'slot-offered': IconPresentation,
  'open-mic': IconMicrophone2,
  'up-next': IconHandStop,
  invited: IconMessage2Heart,
  'leads-next': IconArmchair,
  assigned: IconArmchair,
  'turn-came': IconArmchair,
  'swap-offered': IconArrowsExchange,
  'swap-accepted': IconArrowsExchange,
  'swap-declined': IconArrowsExchange,
  'swap-undone': IconArrowsExchange,
  'swap-withdrawn': IconArrowsExchange,
  'swap-lapsed': IconArrowsExchange,
  'wins-open': IconConfetti,
  'recording-added': IconPlayerPlay,
  drift: IconCompass,
  thanked: IconStar,
}

const KNOWN_ROLES = new Set(['facilitator', 'presenter', 'note-taker', 'timekeeper'])

interface NotificationRowProps {
  readonly told: Notification
  readonly onOpen: () => void
}

/** What happened, where, when, and what the reader does there; the whole row leads there. */
export function NotificationRow({ told, onOpen }: NotificationRowProps) {
  const { t } = useTranslation()
  const who = useWho()
  const { about, circleName, title, readAt, roles } = told
  const Sign = SIGNS[about.kind]
  const words = t(`notify.kind.${about.kind}`, {
    title: title ?? t('notify.aMeeting'),
    circle: circleName,
    who: 'by' in about ? who(about.by).shown : '',
  })
  return (
    <li data-unread={readAt === null}>
      <Place told={told} onOpen={onOpen}>
        <Sign size={22} stroke={1.5} aria-hidden="true" />
        <span className="notification-words">
          <span className="notification-title">
            {readAt === null ? <span className="visually-hidden">{t('notify.unread')} </span> : null}
            {words}
          </span>
          {about.kind === 'invited' ? <span className="notification-roles">{about.text}</span> : null}
          {(about.kind === 'reminder' || about.kind === 'turn-came') && roles.length > 0 ? (
            <span className="notification-roles">
              {roles.map((role) => t(`notify.role.${KNOWN_ROLES.has(role) ? role : 'other'}`)).join(' ')}
            </span>
          ) : null}
          <small>
            {about.kind === 'drift' || about.kind === 'thanked' ? null : (
              <>
                <TimeText at={about.startsAt} zone={told.timeZone} />
                {'. '}
              </>
            )}
            {circleName}
          </small>
        </span>
        <small className="notification-at">
          <DayText at={told.at} />
        </small>
      </Place>
      {about.kind === 'slot-offered' ? (
        <div className="notification-act">
          <OfferAnswer circleId={about.circleId} meetingId={about.meetingId} />
        </div>
      ) : null}
    </li>
  )
}

interface PlaceProps extends NotificationRowProps {
  readonly children: ReactNode
}

function Place({ told: { about }, onOpen, children }: PlaceProps) {
  const link = { className: 'notification-row', onClick: onOpen, children }
  if (about.kind === 'drift') {
    return <Link to="/circles/$circleId" params={{ circleId: about.circleId }} {...link} />
  }
  if (isOfRota(about)) {
    return <Link to="/circles/$circleId/rotation" params={{ circleId: about.circleId }} {...link} />
  }
  if (about.kind === 'thanked' && about.meetingId === null) {
    return <Link to="/pages/$pageId" params={{ pageId: about.pageId }} hash={about.captureId} {...link} />
  }
  const hash = about.kind === 'thanked' ? { hash: about.captureId } : {}
  const meetingId = about.meetingId ?? ''
  return <Link to="/meetings/$meetingId" params={{ meetingId }} {...hash} {...link} />
}
