import type { AgreementVersion } from '@rondo/shared/circle/agreement.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { RingDots } from '../ui/ring/ring-dots.tsx'
import { useListing } from './use-listing.ts'

interface AcceptedByProps {
  readonly circle: Circle
  readonly version: Pick<AgreementVersion, 'acceptedBy'>
}

const NAMED = 3

/** "Accepted by 5 of 6. Thiago is reading it.", and the table that shows it. */
export function AcceptedBy({ circle, version }: AcceptedByProps) {
  const { t } = useTranslation()
  const who = useWho()
  const listing = useListing()
  const accepted = new Set(version.acceptedBy)
  const reading = circle.seats.filter(({ memberId }) => !accepted.has(memberId))
  const count = circle.seats.length - reading.length
  const others = reading.length > NAMED ? [] : reading.map(({ memberId }) => who(memberId))
  const you = others.length === 1 && others[0]?.isMe === true
  return (
    <p className="accepted-by">
      <RingDots
        size={28}
        states={circle.seats.slice(0, 12).map(({ memberId }) => (accepted.has(memberId) ? 'done' : 'wait'))}
        colours={circle.seats.slice(0, 12).map(({ memberId }) => who(memberId).colour)}
      />
      <span>
        {t('circle.agreement.acceptedBy', { count, all: circle.seats.length })}{' '}
        {others.length === 0 ? null : (
          <span className="soft">
            {you
              ? t('circle.agreement.youAreReading')
              : t('circle.agreement.reading', {
                  count: others.length,
                  names: listing(others.map(({ isMe, shown, inText }) => (isMe ? inText : shown))),
                })}
          </span>
        )}
      </span>
    </p>
  )
}
