import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { Rsvp } from '../circle/index.ts'
import { Person } from '../ui/avatar/avatar.tsx'
import { type Answered, answersOf } from './answers.ts'
import { CancelDialog } from './cancel-dialog.tsx'
import { ChangeDialog } from './change-dialog.tsx'
import type { Room } from './room.ts'
import './before-start.css'

/** Over the agenda while the meeting has not started: who comes, that one can prepare, and how to move it. */
export function BeforeStart({ room }: { readonly room: Room }) {
  const { t } = useTranslation()
  const { meeting, onlooker } = room
  return (
    <section className="before-start" aria-label={t('meeting.before.comes')}>
      {meeting.mayWrite ? <Rsvp meeting={meeting} /> : null}
      <dl className="before-answers">
        {answersOf(meeting.rsvps, onlooker.seated).map((line) => (
          <AnswerLine key={line.answer} line={line} />
        ))}
      </dl>
      {meeting.mayWrite ? <p className="before-prepare">{t('meeting.before.prepare')}</p> : null}
    </section>
  )
}

/** As at the table: filled, hatched, or a free place still. */
const seatOf = { there: 'here', 'own-time': 'away', 'not-this-time': 'away', none: 'waiting' } as const

function AnswerLine({ line: { answer, people } }: { readonly line: Answered }) {
  const { t } = useTranslation()
  const who = useWho()
  return (
    <div>
      <dt>{t(`meeting.before.answer.${answer}`)}</dt>
      {people.map((id) => {
        const { name, colour, shown } = who(id)
        return (
          <dd key={id}>
            <Person name={name} colour={colour} size={22} shown={shown} state={seatOf[answer]} />
          </dd>
        )
      })}
    </div>
  )
}

/** Moves the meeting, gives it another title, or calls it off. */
export function PlanActions({ room }: { readonly room: Room }) {
  const { t } = useTranslation()
  const [changing, change] = useDisclosure(false)
  const [cancelling, cancel] = useDisclosure(false)
  const needs = room.online ? {} : { disabled: true, title: t('meeting.needsServer') }
  return (
    <span className="plan-actions">
      <button type="button" className="text-link" {...needs} onClick={change.open}>
        {t('meeting.before.change')}
      </button>
      <button type="button" className="text-link" {...needs} onClick={cancel.open}>
        {t('meeting.before.cancel')}
      </button>
      <ChangeDialog room={room} opened={changing} onClose={change.close} />
      <CancelDialog meeting={room.meeting} opened={cancelling} onClose={cancel.close} />
    </span>
  )
}
