import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { useTranslation } from 'react-i18next'
import { useWho, type Who } from '../account/index.ts'
import { Avatar } from '../ui/avatar/avatar.tsx'
import { useReader } from '../ui/reader/reader.ts'
import { intlLocale } from '../ui/time/time-words.ts'

const MOST_FACES = 4

/** Who wrote: the reader, then the others in the order of the alphabet, for nobody wrote first. */
function useContributors(ids: readonly MemberId[]): Who[] {
  const who = useWho()
  const { locale } = useReader()
  return ids
    .map(who)
    .toSorted((a, b) => Number(b.isMe) - Number(a.isMe) || a.name.localeCompare(b.name, locale))
}

/** The people who wrote: their colours and their names. */
export function People({
  ids,
  faces = true,
}: {
  readonly ids: readonly MemberId[]
  readonly faces?: boolean
}) {
  const { t } = useTranslation()
  const people = useContributors(ids)
  const names = new Intl.ListFormat(intlLocale(useReader().locale)).format(people.map(({ shown }) => shown))
  return (
    <span className="version-people">
      {faces && people.length > 0 ? (
        <span className="version-faces" aria-hidden="true">
          {people.slice(0, MOST_FACES).map(({ id, name, colour }) => (
            <Avatar key={id} name={name} colour={colour} size={20} decorative />
          ))}
        </span>
      ) : null}
      <span>{people.length === 0 ? t('version.nobody') : names}</span>
    </span>
  )
}
