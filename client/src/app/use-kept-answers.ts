import { listMembers, readSession } from '@rondo/shared/account/contract.ts'
import { listCircles, readCircle } from '@rondo/shared/circle/contract.ts'
import { listGuests, listPeopleInMeeting } from '@rondo/shared/guest/contract.ts'
import type { OutputOf } from '@rondo/shared/kernel/contract.ts'
import { listMyMeetings, readMeeting } from '@rondo/shared/meeting/contract.ts'
import { listPages, readPage, readTitles } from '@rondo/shared/page/contract.ts'
import { useEffect } from 'react'
import { forgetAnswer, keepAnswer, keepAnswersFor } from '../platform/answers.ts'
import { keyOf, useAsk } from '../platform/ask.ts'
import { rememberAnswersOf } from '../platform/remembered.ts'

/** What a page and the frame round it need to open without the server: titles and names, and no text of a document. */
const WANTED = [
  readSession,
  listMembers,
  listGuests,
  listPeopleInMeeting,
  listCircles,
  readCircle,
  listMyMeetings,
  readMeeting,
  listPages,
  readPage,
  readTitles,
]

/** Before anything is asked. */
export function rememberWhatPagesNeed(): void {
  rememberAnswersOf(WANTED)
}

/** Whose answers they are: a member's, or a guest's while they are let in. */
function selfOf(session: OutputOf<typeof readSession>): string | undefined {
  if (session.state === 'signed-in') return session.account.id
  return session.state === 'guest' && session.guest.ended === null ? session.guest.id : undefined
}

/** Keeps answers for whoever is signed in; who has no session any more is not let in by an old one. */
export function useKeptAnswers(): void {
  const session = useAsk(readSession).data
  useEffect(() => {
    const name = JSON.stringify(keyOf(readSession))
    const self = session && selfOf(session)
    if (session !== undefined && self !== undefined) {
      void keepAnswersFor(self).then(() => keepAnswer(name, session))
    } else if (session !== undefined) void forgetAnswer(name)
  }, [session])
}
