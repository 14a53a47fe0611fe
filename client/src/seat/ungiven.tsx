import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useReader } from '../ui/reader/reader.ts'
import { useUngiven } from './use-answer-draft.ts'

/** The window closed while something was written: nobody can give it any more, but it is theirs to read and to copy. */
export function Ungiven({ meetingId }: { readonly meetingId: MeetingId }) {
  const { t } = useTranslation()
  const id = useId()
  const { drafts, putAway } = useUngiven(useReader().id, meetingId)
  if (drafts.length === 0) return null
  return (
    <section className="own-time" aria-labelledby={id}>
      <h2 id={id}>{t('seat.ungiven.title')}</h2>
      <p className="own-time-about">{t('seat.ungiven.about')}</p>
      <ul className="answer-lanes">
        {drafts.map(({ name, written }) => (
          <li key={name} className="answer-lane answer-text">
            {written}
          </li>
        ))}
      </ul>
      <p className="prompt-acts">
        <button type="button" className="text-link" onClick={putAway}>
          {t('seat.ungiven.putAway')}
        </button>
      </p>
    </section>
  )
}
