import { type MeetingSummary, type RsvpAnswer, rsvpAnswer } from '@rondo/shared/meeting/model.ts'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useRsvp } from '../meeting/index.ts'
import { useReader } from '../ui/reader/reader.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import './rsvp.css'

/** Whether I come: into the room, in my own time, or not this time. */
export function Rsvp({ meeting }: { readonly meeting: Pick<MeetingSummary, 'id' | 'rsvps'> }) {
  const { t } = useTranslation()
  const me = useReader().id
  const rsvp = useRsvp()
  const known = meeting.rsvps.find((one) => one.memberId === me)?.answer
  const answer: RsvpAnswer | undefined = rsvp.isPending ? rsvp.variables.body.answer : known
  return (
    <>
      <fieldset className="rsvp">
        <legend className="visually-hidden">{t('circle.rsvp.question')}</legend>
        {rsvpAnswer.options.map((option) => (
          <button
            key={option}
            type="button"
            aria-pressed={option === answer}
            onClick={() => rsvp.mutate({ params: { meetingId: meeting.id }, body: { answer: option } })}
          >
            {option === answer ? <IconCheck size={16} stroke={1.5} aria-hidden="true" /> : null}
            {t(`circle.rsvp.${option}`)}
          </button>
        ))}
      </fieldset>
      {rsvp.error === null ? null : <RefusalNotice error={rsvp.error} />}
    </>
  )
}
