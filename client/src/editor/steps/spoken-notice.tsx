import { useTranslation } from 'react-i18next'
import type { Lookups } from '../surroundings.ts'
import { dayWords } from '../views/day-words.ts'
import type { Spoken } from './spoken-steps.ts'

interface SpokenNoticeProps {
  readonly spoken: Spoken
  readonly lookups: Lookups
  readonly onGiveBack: () => void
}

/** Says what was read out of a step's words, and gives them back. */
export function SpokenNotice({ spoken: { who, due }, lookups, onGiveBack }: SpokenNoticeProps) {
  const { t, i18n } = useTranslation()
  const name = who === undefined ? undefined : (lookups.member(who)?.name ?? t('editor.unknownMember'))
  const date = due === undefined ? undefined : t('editor.due', { date: dayWords(due, i18n.language) })
  return (
    <p className="doc-notice doc-spoken">
      <span role="status">
        {t('editor.spoken.taken', { what: [name, date].filter((one) => one !== undefined).join(', ') })}
      </span>{' '}
      <button
        type="button"
        className="text-link"
        onMouseDown={(event) => event.preventDefault()}
        onClick={onGiveBack}
      >
        {t('editor.spoken.giveBack')}
      </button>
    </p>
  )
}
