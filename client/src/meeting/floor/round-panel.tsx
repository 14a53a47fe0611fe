import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Round } from '@rondo/shared/meeting/floor.ts'
import { Trans, useTranslation } from 'react-i18next'
import { useWho } from '../../account/index.ts'
import type { Seat } from '../../ui/ring/ring-seat.tsx'
import { RingTable } from '../../ui/ring/ring-table.tsx'
import type { Room } from '../room.ts'
import { useListing } from '../use-listing.ts'
import type { LiveState } from './live-state.ts'
import { RoundControls } from './round-controls.tsx'
import { type RoundView, viewOfRound } from './round-view.ts'
import { TurnClock } from './turn-clock.tsx'

interface RoundPanelProps {
  readonly room: Room
  readonly state: LiveState
  readonly round: Round
  readonly here: ReadonlySet<MemberId>
}

/** The round as a ring: who spoke, who has the word, who is next; below it, in words, who comes when. */
export function RoundPanel({ room, state, round, here }: RoundPanelProps) {
  const { t } = useTranslation()
  const who = useWho()
  const view = viewOfRound({ round, facilitator: state.roles.facilitator, here, rsvps: room.meeting.rsvps })
  const { holder } = round
  return (
    <section className="people-panel" aria-label={t('meeting.floor.label')}>
      <RingTable
        size={188}
        seatSize={view.seats.length > 9 ? 27 : 32}
        seats={view.seats.map((seat): Seat => ({ ...who(seat.id), state: seat.state }))}
        lit={view.lit}
        next={view.next}
        from={view.from}
        label={useRingWords(round, view)}
      >
        {holder === null ? (
          <b className="text-small">{t('meeting.floor.round.over')}</b>
        ) : (
          <>
            <b className="text-small">{who(holder).shown}</b>
            <span className="text-fine faint">
              <TurnClock since={round.since} pauses={state.pauses} seconds={round.seconds} />
            </span>
          </>
        )}
        {view.rest > 0 ? <span className="text-fine faint num">+{view.rest}</span> : null}
      </RingTable>
      <RoundWords round={round} view={view} />
      <RoundControls room={room} state={state} round={round} here={here} />
    </section>
  )
}

/** The ring in a sentence. */
function useRingWords(round: Round, { nextUp }: RoundView): string {
  const { t } = useTranslation()
  const who = useWho()
  if (round.holder === null) return t('meeting.floor.round.ringOver')
  const holder = who(round.holder)
  const has = holder.isMe
    ? t('meeting.floor.youHaveTheWord')
    : t('meeting.floor.hasTheWord', { name: holder.shown })
  if (nextUp === null)
    return t('meeting.floor.round.ring', { holder: has, next: t('meeting.floor.round.last') })
  const next = who(nextUp)
  const words = t(next.isMe ? 'meeting.floor.round.nextYou' : 'meeting.floor.round.next', {
    name: next.shown,
  })
  return t('meeting.floor.round.ring', { holder: has, next: words.replaceAll(/<\/?b>/g, '') })
}

function RoundWords({ round, view }: { readonly round: Round; readonly view: RoundView }) {
  const { t } = useTranslation()
  const who = useWho()
  const listing = useListing()
  const names = (ids: readonly MemberId[]) => listing(ids.map((id) => who(id).shown))
  const { nextUp, absent, ownTime } = view
  return (
    <div className="people-words">
      <p className="text-small" title={t('meeting.floor.round.order')}>
        {nextUp === null ? (
          round.holder === null ? null : (
            <span>{t('meeting.floor.round.last')}</span>
          )
        ) : (
          <Trans
            i18nKey={who(nextUp).isMe ? 'meeting.floor.round.nextYou' : 'meeting.floor.round.next'}
            values={{ name: who(nextUp).shown }}
            components={{ b: <b /> }}
          />
        )}{' '}
        {ownTime.length === 0 ? null : (
          <span className="faint">
            {t('meeting.floor.round.ownTime', { count: ownTime.length, names: names(ownTime) })}
          </span>
        )}
      </p>
      {absent.length === 0 ? null : (
        <p className="text-fine faint">{t('meeting.floor.round.absent', { names: names(absent) })}</p>
      )}
    </div>
  )
}
