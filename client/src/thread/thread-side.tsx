import { useMediaQuery } from '@mantine/hooks'
import type { Circle } from '@rondo/shared/circle/model.ts'
import type { Thread } from '@rondo/shared/thread/model.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { useReader } from '../ui/reader/reader.ts'
import { RingTable } from '../ui/ring/ring-table.tsx'
import { intlLocale } from '../ui/time/time-words.ts'
import { voicesIn } from './voices.ts'

interface ThreadSideProps {
  readonly thread: Thread
  readonly circle: Circle | undefined
}

/** Up to this many seats a ring says something; beyond, it is a crowd. */
const MOST_SEATS = 12

/** The table of the circle with those who have spoken, and who can read along. */
export function ThreadSide({ thread, circle }: ThreadSideProps) {
  const { t } = useTranslation()
  const who = useWho()
  const { locale } = useReader()
  const small = useMediaQuery('(max-width: 1100px)') ?? false
  const voices = voicesIn(thread.allPosts)
  const seats = (circle?.seats ?? []).map(({ memberId }) => {
    const { id, name, colour } = who(memberId)
    return { id, name, colour, state: voices.includes(id) ? ('present' as const) : ('waiting' as const) }
  })
  const names = new Intl.ListFormat(intlLocale(locale)).format(voices.map((id) => who(id).inText))
  return (
    <aside className="thread-side" aria-label={t('thread.side')}>
      {seats.length > 1 && seats.length <= MOST_SEATS ? (
        <RingTable seats={seats} size={small ? 104 : 232} label={t('thread.voices', { names })}>
          {small ? null : (
            <>
              <b className="thread-count">
                {t('thread.spokenOf', {
                  count: seats.filter((seat) => seat.state === 'present').length,
                  all: seats.length,
                })}
              </b>
              <span className="text-small soft">{t('thread.haveWritten')}</span>
            </>
          )}
        </RingTable>
      ) : null}
      <dl className="thread-facts">
        <div>
          <dt>{t('thread.spoke')}</dt>
          <dd>{names}</dd>
        </div>
        <div>
          <dt>{t('thread.whoSees')}</dt>
          <dd>{circle?.visibility === 'confidential' ? t('thread.seenByCircle') : t('thread.seenByAll')}</dd>
        </div>
      </dl>
    </aside>
  )
}
