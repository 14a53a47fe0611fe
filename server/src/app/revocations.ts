import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import type { Sessions } from '../account/index.ts'
import type { Context } from '../journal/context.ts'
import type { Recorded } from '../journal/journal.ts'
import type { Live } from '../live/live.ts'
import { Tail } from '../live/tail.ts'
import { findMeeting } from '../meeting/index.ts'
import { describeError } from '../platform/log/describe-error.ts'
import type { Sync } from '../sync/index.ts'

/** Sessions also run out by themselves; documents ask this often. */
const RUN_OUT_CHECK_MS = 60_000

/**
 * Takes access away while people are connected: an ended session closes its sockets at once; a lost seat, or a circle
 * that became confidential, makes the document server ask again about everybody whom it may concern; so does an ended link
 * about its guests.
 */
export const followRevocations = async (
  context: Context,
  sessions: Sessions,
  live: Live,
  sync: Sync,
): Promise<{ stop: () => Promise<void> }> => {
  const recheck = (whose: Parameters<Sync['recheckEverywhere']>[0]) => {
    sync.recheckEverywhere(whose).catch((error: unknown) => {
      context.log.error(describeError(error), 'access could not be asked again')
    })
  }
  const stopHearing = sessions.onEnded(({ memberId, sessionId }) => {
    live.hangUp((who) => who.memberId === memberId && (sessionId ?? who.sessionId) === who.sessionId)
    // The id of a session opens doors, so it is not sent around: each server asks about all of the account's.
    recheck({ accounts: [memberId] })
  })
  const recheckPage = (meetingId: MeetingId) => {
    findMeeting(context.db.read, meetingId).then(
      (meeting) => meeting && recheck({ documents: [meeting.documentId] }),
      (error: unknown) => context.log.error(describeError(error), 'a meeting could not be looked up'),
    )
  }
  const recheckGuests = () => {
    live.recheckGuests().catch((error: unknown) => {
      context.log.error(describeError(error), 'guests could not be asked about again')
    })
  }
  const timer = setInterval(() => {
    recheck({})
    recheckGuests()
  }, RUN_OUT_CHECK_MS)
  const tail = new Tail(context, await context.journal.head(context.db.read))
  tail.join({
    offer: (fact: Recorded) => {
      if (fact.name === 'circle.changed') recheck({})
      if (fact.name === 'guests.changed') recheckPage(fact.payload.meetingId)
      // Of a guest who became a member nothing is left but the member.
      if (fact.name === 'member.joined') recheck({ accounts: [fact.payload.memberId] })
      if (fact.name === 'circle.changed' || fact.name === 'guests.changed' || fact.name === 'member.joined')
        recheckGuests()
      if (
        fact.name === 'circle.seat-left' ||
        fact.name === 'circle.seat-taken' ||
        fact.name === 'circle.agreement-accepted'
      )
        recheck({ accounts: [fact.payload.memberId] })
    },
  })
  return {
    stop: async () => {
      stopHearing()
      clearInterval(timer)
      await tail.stop()
    },
  }
}
