import type { Turn } from '@rondo/shared/rotation/model.ts'
import { Trans, useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { useReader } from '../ui/reader/reader.ts'
import { dayWords, weekdayWords } from '../ui/time/time-words.ts'

/** Below the ring: who follows, and the way to prepare for whoever is lit. */
export function NextAfter({ turns }: { readonly turns: readonly Turn[] }) {
  const { t } = useTranslation()
  const reader = useReader()
  const who = useWho()
  const [first, second] = turns
  const mine = first !== undefined && who(first.memberId).isMe
  return (
    <>
      {second === undefined ? null : (
        <p className="text-small soft">
          <Trans
            i18nKey={`rotation.after${who(second.memberId).isMe ? 'You' : ''}${second.startsAt === null ? '' : 'On'}`}
            values={{
              name: who(second.memberId).shown,
              date: second.startsAt === null ? '' : dayWords(second.startsAt, reader),
            }}
            components={{ b: <b /> }}
          />
        </p>
      )}
      {mine && first.meetingId !== null ? (
        <ButtonLink
          variant="filled"
          fullWidth
          to="/meetings/$meetingId"
          params={{ meetingId: first.meetingId }}
        >
          {first.startsAt === null
            ? t('rotation.prepareIt')
            : t('rotation.prepare', { day: weekdayWords(first.startsAt, reader) })}
        </ButtonLink>
      ) : null}
    </>
  )
}
