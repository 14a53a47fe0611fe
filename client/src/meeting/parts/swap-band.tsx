import type { Review } from '@rondo/shared/format/swap.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../../account/index.ts'
import type { Room } from '../room.ts'
import { MatchAgain } from './match-again.tsx'

interface SwapBandProps {
  readonly room: Room
  readonly reviews: readonly Review[]
  readonly seq: number
  readonly here: ReadonlySet<MemberId>
}

/** Whose work I review and who reviews mine, and the whole ring. */
export function SwapBand({ room, reviews, seq, here }: SwapBandProps) {
  const { t } = useTranslation()
  const who = useWho()
  const { me } = room.onlooker
  const mine = reviews.find(({ reviewer }) => reviewer === me)
  const ofMe = reviews.find(({ reviewed }) => reviewed === me)
  const others = reviews.filter(({ reviewer }) => reviewer !== me)
  return (
    <section className="part-band" aria-label={t('meeting.match.swap')}>
      <div role="status">
        <p className="part-band-main">
          {mine === undefined
            ? t(reviews.length === 0 ? 'meeting.match.alone' : 'meeting.match.watching')
            : t('meeting.match.review', { name: who(mine.reviewed).name })}
        </p>
        {ofMe === undefined ? null : (
          <p className="part-band-why">{t('meeting.match.reviewedBy', { name: who(ofMe.reviewer).name })}</p>
        )}
      </div>
      {others.length === 0 ? null : (
        <details className="part-band-others">
          <summary>{t('meeting.match.others')}</summary>
          <ul>
            {others.map(({ reviewer, reviewed }) => (
              <li key={reviewer}>
                {t('meeting.match.reviews', { name: who(reviewer).name, other: who(reviewed).name })}
              </li>
            ))}
          </ul>
        </details>
      )}
      <MatchAgain room={room} seq={seq} here={here} />
    </section>
  )
}
