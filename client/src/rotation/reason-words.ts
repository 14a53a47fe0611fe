import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Reason } from '@rondo/shared/rotation/model.ts'
import type { TFunction } from 'i18next'
import { agoWords } from './ago.ts'

export interface Telling {
  readonly t: TFunction
  readonly locale: string
  readonly now: Instant
  /** Whether the turn is the reader's own: they are told "you". */
  readonly mine: boolean
  /** The turn comes after others, so that "anyone else" is only those who are left by then. */
  readonly later?: boolean
}

/** A few words beside a name: "6 weeks ago", "never led yet". */
export const shortReason = (reason: Reason, { t, locale, now }: Telling): string => {
  switch (reason.kind) {
    case 'longest-ago':
      if (reason.lastServedAt === null) return t('rotation.short.afterTheOthers')
      if (reason.lastServedAt > now) return t('rotation.short.wentRound')
      return t('rotation.short.led', { ago: agoWords(reason.lastServedAt, now, locale) })
    case 'never-served':
      return t('rotation.short.neverLed')
    case 'everyone-is-new':
      return t('rotation.short.firstToJoin')
    case 'assigned':
      return t('rotation.short.assigned')
  }
}

/** The whole reason as a sentence about the reader or about somebody by name. */
export const whyWords = (reason: Reason, name: string, telling: Telling): string => {
  const { t, mine } = telling
  const who = mine ? 'you' : 'they'
  return t(`rotation.why.${who}.${caseOf(reason, telling)}`, { name, ago: agoIn(reason, telling) })
}

const caseOf = (reason: Reason, { now, later = false }: Telling) => {
  switch (reason.kind) {
    case 'longest-ago':
      if (reason.lastServedAt === null) return 'afterTheOthers'
      if (reason.lastServedAt > now) return 'wentRound'
      return later ? 'longestAgoByThen' : 'longestAgo'
    case 'never-served':
      return 'neverLed'
    case 'everyone-is-new':
      return 'firstToJoin'
    case 'assigned':
      return 'assigned'
  }
}

const agoIn = (reason: Reason, { now, locale }: Telling): string =>
  reason.kind === 'longest-ago' && reason.lastServedAt !== null && reason.lastServedAt <= now
    ? agoWords(reason.lastServedAt, now, locale)
    : ''
