import type { MeetingSummary, RsvpAnswer } from '@rondo/shared/meeting/model.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { Avatar } from '../ui/avatar/avatar.tsx'
import { useReader } from '../ui/reader/reader.ts'
import { intlLocale } from '../ui/time/time-words.ts'

const MOST_FACES = 8

/** Who comes, in faces, and who answers in their own time or is away, in words. */
export function WhoComes({ meeting }: { readonly meeting: MeetingSummary }) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const who = useWho()
  const people = (answer: RsvpAnswer) =>
    meeting.rsvps.filter((one) => one.answer === answer).map((one) => who(one.memberId))
  const list = new Intl.ListFormat(intlLocale(locale))
  const said = (answer: 'own-time' | 'not-this-time') => {
    const some = people(answer)
    const [first] = some
    if (first === undefined) return ''
    const form = some.length > 1 ? 'many' : first.isMe ? 'you' : 'one'
    return t(`circle.comes.${answer}.${form}`, {
      names: capitalised(list.format(some.map((person) => person.inText))),
    })
  }
  const there = people('there')
  const words = [
    there.length === 0 ? '' : t('circle.comes.there', { count: there.length }),
    said('own-time'),
    said('not-this-time'),
  ].filter(Boolean)
  if (words.length === 0) return null
  return (
    <p className="who-comes">
      <span className="who-comes-faces">
        {there.slice(0, MOST_FACES).map((person) => (
          <Avatar key={person.id} name={person.name} colour={person.colour} size={24} />
        ))}
      </span>
      {words.join(' ')}
    </p>
  )
}

/** A sentence may begin with "you". */
const capitalised = (words: string): string => `${words.charAt(0).toLocaleUpperCase()}${words.slice(1)}`
