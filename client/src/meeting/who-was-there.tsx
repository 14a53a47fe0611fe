import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { MeetingState } from '@rondo/shared/meeting/fold.ts'
import type { Meeting, RsvpAnswer } from '@rondo/shared/meeting/model.ts'
import { KNOWN_ROLES, type Role } from '@rondo/shared/rotation/model.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { useRoleNames } from '../format/index.ts'
import { useSeat } from '../seat/index.ts'
import { Avatar } from '../ui/avatar/avatar.tsx'
import { RingDots } from '../ui/ring/ring-dots.tsx'
import { useListing } from './use-listing.ts'

type Wrapped = Extract<MeetingState, { phase: 'wrapped' }>

interface WhoWasThereProps {
  readonly meeting: Meeting
  readonly state: Wrapped
}

/** More dots than this are a blur. */
const MOST_DOTS = 12

/** The roles in which somebody who came served, in the order of the roles; the circle's own come last. */
const servedBy = (state: Pick<Wrapped, 'service'>, id: MemberId): Role[] => {
  const served = new Set(state.service.filter((one) => one.memberId === id).map((one) => one.role))
  const known = KNOWN_ROLES.filter((role) => served.delete(role))
  return [...known, ...served]
}

/** The role as one that the product knows. */
const knownOf = (role: Role) => KNOWN_ROLES.find((known) => known === role)

/** Whoever led comes first, then the other roles, then everybody by coming. */
function rankOf(state: Pick<Wrapped, 'service'>, id: MemberId): number {
  const [first] = servedBy(state, id)
  if (first === undefined) return KNOWN_ROLES.length + 1
  const known = knownOf(first)
  return known === undefined ? KNOWN_ROLES.length : KNOWN_ROLES.indexOf(known)
}

/** Who was in the room and in which role, who answers in their own time, who could not come. */
export function WhoWasThere({ meeting, state }: WhoWasThereProps) {
  const { t } = useTranslation()
  const who = useWho()
  const listing = useListing()
  const { all, nameOf: roleName } = useRoleNames(meeting.circleId)
  const roleDone = (role: Role) => {
    const known = knownOf(role)
    return known === undefined ? roleName(role) : t(`meeting.notes.roleDone.${known}`)
  }
  const nameOf = (id: MemberId) => (who(id).isMe ? t('meeting.notes.you') : who(id).shown)
  const came = state.attended.map((one) => one.memberId)
  const names = came
    .toSorted((a, b) => rankOf(state, a) - rankOf(state, b))
    .map((id) => {
      const roles = servedBy(state, id)
        .filter((role) => all.includes(role))
        .map(roleDone)
      return roles.length === 0
        ? nameOf(id)
        : t('meeting.notes.several', { name: nameOf(id), roles: roles.join(', ') })
    })
  const answered = (answer: RsvpAnswer) =>
    meeting.rsvps
      .filter((one) => one.answer === answer && !came.includes(one.memberId))
      .map((one) => one.memberId)
  const ownTime = useSeat(meeting.id).data?.present.filter((id) => !came.includes(id)) ?? []
  const awaited = answered('own-time').filter((id) => !ownTime.includes(id))
  const away = answered('not-this-time').filter((id) => !ownTime.includes(id))
  return (
    <div className="who-was-there">
      <p>
        <RingDots
          size={26}
          states={came.slice(0, MOST_DOTS).map(() => 'done' as const)}
          colours={came.slice(0, MOST_DOTS).map((id) => who(id).colour)}
        />
        {came.length === 0 ? t('meeting.notes.nobody') : t('meeting.notes.room', { names: names.join(', ') })}
      </p>
      {ownTime.length === 0 ? null : (
        <p>
          <People ids={ownTime} />
          {t('meeting.notes.answered', { names: listing(ownTime.map(nameOf)) })}
        </p>
      )}
      {awaited.length === 0 ? null : (
        <p>
          <People ids={awaited} />
          {t('meeting.notes.ownTime', { names: listing(awaited.map(nameOf)) })}
        </p>
      )}
      {away.length === 0 ? null : <p>{t('meeting.notes.away', { names: listing(away.map(nameOf)) })}</p>}
    </div>
  )
}

function People({ ids }: { readonly ids: readonly MemberId[] }) {
  const who = useWho()
  return ids.map((id) => <Avatar key={id} name={who(id).name} colour={who(id).colour} size={22} decorative />)
}
