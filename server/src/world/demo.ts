import type { Locale } from '@rondo/shared/account/model.ts'
import type { CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result } from '@rondo/shared/kernel/refusal.ts'
import { DAY, MINUTE } from '@rondo/shared/kernel/time.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { type Cast, gather } from './cast.ts'
import { planAhead } from './plan-ahead.ts'
import { playScript } from './scripted-people.ts'
import { fridayWins } from './story/friday-wins.ts'
import { liveNow } from './story/live-now.ts'
import { readingCode } from './story/reading-code.ts'
import { tellProposal } from './tell-agreement.ts'
import type { Names } from './tell-blocks.ts'
import { foundCircle, tellPast, tellThread } from './tell-circle.ts'
import { tellMeeting } from './tell-meeting.ts'
import { tellPages } from './tell-pages.ts'
import type { WorldContext } from './world-context.ts'

const WEEK = 7 * DAY
/** The segment in which the live meeting of the demo is: show and tell. */
const LIVE_SEGMENT = 2

/**
 * Fills an empty workspace with the demo: two circles with history, a rota, show-notes, threads, and a meeting that is
 * live now, in which two scripted people go on typing. Everything is told through the product's own commands, at the
 * times at which it is said to have happened. Answers the person in whose seat the visitor sits.
 */
export const fillDemo = async (
  context: WorldContext,
  visitor: { timeZone: string; locale: Locale },
): Promise<Result<MemberId>> => {
  const now = context.clock.now()
  const liveSince = Math.floor((now - 12 * MINUTE) / (5 * MINUTE)) * 5 * MINUTE
  const cast = await gather(context, now - 10 * WEEK, visitor)
  const names = { cast, pages: await tellPages(context, cast, now - 6 * WEEK) }
  const reading = await foundCircle(context, cast, readingCode, now - 8 * WEEK)
  const wins = await foundCircle(context, cast, fridayWins, now - 5 * WEEK)
  await tellAgreements(context, cast, reading, wins)
  await tellPast(context, names, reading, readingCode, liveSince)
  await tellPast(context, names, wins, fridayWins, liveSince - 2 * DAY)
  const live = await tellMeeting(context, names, reading, liveNow, liveSince, LIVE_SEGMENT)
  await tellThreads(context, names, reading, wins)
  await planAhead(context, cast, reading, wins)
  startScript(context, names, live)
  return accept(cast.priya.id)
}

/** Both circles agreed on something in their first days; in one of them somebody proposes more just now. */
const tellAgreements = async (
  context: WorldContext,
  cast: Cast,
  reading: CircleId,
  wins: CircleId,
): Promise<void> => {
  const now = context.clock.now()
  const [first, second] = readingCode.agreements
  if (first !== undefined) await tellProposal(context, cast, reading, first, now - 8 * WEEK + DAY)
  for (const one of fridayWins.agreements) await tellProposal(context, cast, wins, one, now - 5 * WEEK + DAY)
  if (second !== undefined) await tellProposal(context, cast, reading, second, now - 4 * DAY)
}

const tellThreads = async (
  context: WorldContext,
  names: Names,
  reading: CircleId,
  wins: CircleId,
): Promise<void> => {
  for (const thread of readingCode.threads.toReversed()) await tellThread(context, names, reading, thread)
  for (const thread of fridayWins.threads) await tellThread(context, names, wins, thread)
}

/** The script plays on its own; when it fails the meeting is merely quiet. */
const startScript = (context: WorldContext, names: Names, live: Meeting): void => {
  playScript(context, names, live, LIVE_SEGMENT).catch((error: unknown) => {
    context.log.warn({ err: error }, 'The scripted people of the demo fell silent.')
  })
}
