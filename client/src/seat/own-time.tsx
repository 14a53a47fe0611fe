import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import type { Seat } from '@rondo/shared/seat/model.ts'
import { IconChevronDown, IconClockHour4 } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMinute } from '../platform/use-minute.ts'
import { TimeText } from '../ui/time/time-text.tsx'
import { PromptForm } from './prompt-form.tsx'
import { Ungiven } from './ungiven.tsx'
import './seat.css'

interface OwnTimeProps {
  readonly meeting: { readonly id: MeetingId; readonly timeZone: string }
  readonly seat: Seat | undefined
  /** Whether it stands open from the beginning: the reader said that they answer in their own time, or asks for it. */
  readonly opened: boolean
  readonly online: boolean
}

/** The prompts of the meeting for somebody who is not in the room, with how long answers are taken. */
export function OwnTime({ meeting, seat, opened, online }: OwnTimeProps) {
  const { t } = useTranslation()
  const now = useMinute()
  const [chosen, choose] = useState<boolean>()
  const bodyId = useId()
  if (seat?.window == null) return null
  const { opensAt, closesAt } = seat.window
  const prompts = seat.prompts.filter(({ isGone, mine }) => !isGone || mine !== null)
  const left = prompts.filter(({ mine, isGone }) => mine === null && !isGone).length
  const isOpen = chosen ?? opened
  const isEarly = now < opensAt
  if (seat.final !== null || now >= closesAt) return <Ungiven meetingId={meeting.id} />
  if (prompts.length === 0) return null
  return (
    <section className="own-time" aria-labelledby={`${bodyId}-title`}>
      <h2 id={`${bodyId}-title`}>
        <button type="button" aria-expanded={isOpen} aria-controls={bodyId} onClick={() => choose(!isOpen)}>
          <IconClockHour4 size={20} stroke={1.5} aria-hidden="true" />
          <span>{t('seat.title')}</span>
          <IconChevronDown size={18} stroke={1.5} aria-hidden="true" className="own-time-chevron" />
        </button>
      </h2>
      <p className="own-time-about">
        {t(isEarly ? 'seat.opens' : 'seat.until')}{' '}
        <TimeText at={isEarly ? opensAt : closesAt} zone={meeting.timeZone} />.{' '}
        {left === 0 ? t('seat.allGiven') : t('seat.left', { count: left })}
      </p>
      <div id={bodyId} hidden={!isOpen}>
        {isOpen ? (
          <>
            <p className="text-small soft">{t('seat.about')}</p>
            <ul className="prompts">
              {prompts.map((prompt) => (
                <PromptForm
                  key={prompt.segmentId}
                  meetingId={meeting.id}
                  prompt={prompt}
                  online={online}
                  isEarly={isEarly}
                />
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </section>
  )
}
