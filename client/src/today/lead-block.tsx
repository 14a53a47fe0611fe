import { useMediaQuery } from '@mantine/hooks'
import type { Circle } from '@rondo/shared/circle/model.ts'
import type { MeetingSummary } from '@rondo/shared/meeting/model.ts'
import { Trans, useTranslation } from 'react-i18next'
import { MeetingActions, MeetingRoles } from '../circle/index.ts'
import { serverNow } from '../platform/clock.ts'
import { AnswerTurn, RotaRing } from '../rotation/index.ts'
import { useReader } from '../ui/reader/reader.ts'
import { TimeText } from '../ui/time/time-text.tsx'
import type { Part } from './ahead.ts'
import { momentOf } from './moment.ts'

interface LeadBlockProps {
  readonly meeting: MeetingSummary
  readonly circle: Circle | undefined
  /** What the reader does in it. */
  readonly part: Part
  /** The first block is the screen's heading, and the only one that may be lit. */
  readonly first: boolean
}

/** "You lead *How Redis forgets* on Thursday", with the table and the one way on. */
export function LeadBlock({ meeting, circle, part, first }: LeadBlockProps) {
  const { t } = useTranslation()
  const reader = useReader()
  const phone = useMediaQuery('(max-width: 767px)') ?? false
  const Heading = first ? 'h1' : 'h2'
  const live = meeting.phase === 'live'
  const moment = momentOf(meeting.startsAt, serverNow(), reader)
  const form = live ? 'live' : `${part}.${moment.kind}`
  return (
    <section className="lead-block">
      {circle === undefined ? null : (
        <RotaRing
          circle={circle}
          size={phone ? 96 : 152}
          leader={meeting.roles.facilitator}
          lit={first && (live || part === 'lead')}
        />
      )}
      <div className="lead-words">
        {live ? <p className="live-mark">{t('today.liveNow')}</p> : null}
        <Heading tabIndex={-1}>
          <Trans
            i18nKey={`today.${form}`}
            values={{ title: meeting.title, day: moment.words }}
            components={{ em: <em /> }}
            tOptions={{ interpolation: { escapeValue: false } }}
          />
        </Heading>
        <p className="soft">
          {circle === undefined ? null : `${circle.name}. `}
          <TimeText at={meeting.startsAt} zone={meeting.timeZone} withDay={moment.kind === 'later'} />.{' '}
          <MeetingRoles meeting={meeting} />
        </p>
        {live ? null : <AnswerTurn circleId={meeting.circleId} meetingId={meeting.id} />}
      </div>
      <MeetingActions meeting={meeting} quiet={!first} />
    </section>
  )
}
