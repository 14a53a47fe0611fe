import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Reason } from '@rondo/shared/rotation/model.ts'
import type { TFunction } from 'i18next'
import { agoWords } from './ago.ts'
import { LEADING, type RoleWords } from './role-words.ts'

export interface Telling {
  readonly t: TFunction
  readonly locale: string
  readonly now: Instant
  /** Whether the turn is the reader's own: they are told "you". */
  readonly mine: boolean
  /** The turn comes after others, so that "anyone else" is only those who are left by then. */
  readonly later?: boolean
  /** What the role is; leading by default. */
  readonly role?: RoleWords
  /** Somebody's name within a sentence. */
  readonly nameOf: (memberId: MemberId) => string
}

/** A few words beside a name: "6 weeks ago", "has not led yet". */
export const shortReason = (reason: Reason, telling: Telling): string => {
  const { t, role = LEADING } = telling
  return t(`rotation.short.${caseOf(reason, telling)}`, {
    ago: agoIn(reason, telling),
    done: role.done(t),
    with: partnerIn(reason, telling),
  })
}

/** The whole reason as a sentence about the reader or about somebody by name. */
export const whyWords = (reason: Reason, name: string, telling: Telling): string => {
  const { t, mine, role = LEADING } = telling
  const who = mine ? 'you' : 'they'
  return t(`rotation.why.${who}.${caseOf(reason, telling)}`, {
    name,
    ago: agoIn(reason, telling),
    did: role.did(t),
    done: role.done(t),
    with: partnerIn(reason, telling),
  })
}

const caseOf = (reason: Reason, { now, later = false }: Telling) => {
  switch (reason.kind) {
    case 'longest-ago':
      if (reason.lastServedAt === null || reason.lastServedAt > now) return 'wentRound'
      return later ? 'longestAgoByThen' : 'longestAgo'
    case 'never-served':
      return 'neverServed'
    case 'everyone-is-new':
      return 'everyoneIsNew'
    case 'left-open':
      return 'leftOpen'
    case 'not-needed':
      return 'notNeeded'
    case 'settled':
    case 'assigned':
    case 'volunteered':
    case 'swapped':
    case 'nobody':
      return reason.kind
  }
}

/** With whom the turn was swapped. */
const partnerIn = (reason: Reason, { nameOf }: Telling): string =>
  reason.kind === 'swapped' ? nameOf(reason.with) : ''

const agoIn = (reason: Reason, { now, locale }: Telling): string =>
  reason.kind === 'longest-ago' && reason.lastServedAt !== null && reason.lastServedAt <= now
    ? agoWords(reason.lastServedAt, now, locale)
    : ''
