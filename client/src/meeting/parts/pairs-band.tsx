import type { PairGroup } from '@rondo/shared/format/pairs.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../../account/index.ts'
import { useReader } from '../../ui/reader/reader.ts'
import { intlLocale } from '../../ui/time/time-words.ts'
import type { Room } from '../room.ts'
import { MatchAgain } from './match-again.tsx'

interface PairsBandProps {
  readonly room: Room
  readonly groups: readonly PairGroup[]
  readonly seq: number
  readonly here: ReadonlySet<MemberId>
}

/** With whom I work now and why, and who the others are with. */
export function PairsBand({ room, groups, seq, here }: PairsBandProps) {
  const { t } = useTranslation()
  const who = useWho()
  const and = new Intl.ListFormat(intlLocale(useReader().locale), { type: 'conjunction' })
  const { me } = room.onlooker
  const mine = groups.find(({ members }) => members.includes(me))
  const others = groups.filter((group) => group !== mine)
  const names = (members: readonly MemberId[]) =>
    and.format(members.filter((id) => id !== me).map((id) => who(id).name))
  return (
    <section className="part-band" aria-label={t('meeting.match.pairs')}>
      <div role="status">
        <p className="part-band-main">
          {mine === undefined
            ? t('meeting.match.watching')
            : mine.members.length === 1
              ? t('meeting.match.alone')
              : t('meeting.match.with', { names: names(mine.members) })}
        </p>
        {mine === undefined || mine.members.length === 1 ? null : (
          <p className="part-band-why">
            <Why group={mine} />
          </p>
        )}
      </div>
      {others.length === 0 ? null : (
        <details className="part-band-others">
          <summary>{t('meeting.match.others')}</summary>
          <ul>
            {others.map((group) => (
              <li key={group.members.join()}>
                {names(group.members)}{' '}
                <small className="faint">
                  <Why group={group} />
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
      <MatchAgain room={room} seq={seq} here={here} />
    </section>
  )
}

function Why({ group: { why, members } }: { readonly group: PairGroup }) {
  const { t } = useTranslation()
  const who = useWho()
  const odd = members[2]
  switch (why.kind) {
    case 'first-time':
      return t('meeting.match.firstTime')
    case 'again':
      return t('meeting.match.roundsAgo', { count: why.rounds })
    case 'odd-one':
      if (odd === undefined) return null
      return who(odd).isMe ? t('meeting.match.oddYou') : t('meeting.match.oddOne', { name: who(odd).name })
    case 'alone':
      return t('meeting.match.waits')
  }
}
