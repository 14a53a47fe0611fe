import { DAY, HOUR, type Instant, MINUTE } from '@rondo/shared/kernel/time.ts'
import type { About } from '@rondo/shared/notify/model.ts'

/** So long before a meeting its people are reminded. */
export const REMINDED_BEFORE = DAY

/** What is due within this time goes into one mail, and nobody gets another mail before it is over. */
export const MAIL_SPAN = HOUR

/** Reminders are noted so long before they are due, so that a mail that goes earlier can take them along. */
export const NOTED_BEFORE = REMINDED_BEFORE + MAIL_SPAN

/** What just happened waits so long for what happens along with it. */
const GATHERING = 5 * MINUTE

/** Moves and cancellations of what is further away are seen in time without being told. */
export const TOLD_WITHIN = 14 * DAY

/** What is told late is not worth telling as news. */
export const NEWS_FOR = HOUR

/** When a reminder is due: a day before; at once for a meeting that is nearer; not at all for one that has begun. */
export const reminderDueAt = (startsAt: Instant, now: Instant): Instant | null =>
  startsAt <= now ? null : Math.max(now, startsAt - REMINDED_BEFORE)

/** When a mail about something may go. What has its own hour goes then, news waits for more news, and a call is for now. */
export const mailAtOf = ({ kind }: About, dueAt: Instant): Instant | null => {
  if (kind === 'up-next' || kind === 'invited') return null
  return kind === 'reminder' ? dueAt : dueAt + GATHERING
}

/** When the next mail to somebody goes, if something waits since the last one. */
export const nextMailAt = (waitingSince: Instant | null, lastMailAt: Instant | null): Instant | null =>
  waitingSince === null ? null : Math.max(waitingSince, (lastMailAt ?? -MAIL_SPAN) + MAIL_SPAN)

const PAUSES = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 12 * HOUR]

/** When a mail that could not be handed over is tried again; null after a day of trying. */
export const tryAgainAt = (now: Instant, tries: number): Instant | null => {
  const pause = PAUSES[tries - 1]
  return pause === undefined ? null : now + pause
}
