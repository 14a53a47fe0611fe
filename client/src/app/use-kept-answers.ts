import { listMembers, readSession } from '@rondo/shared/account/contract.ts'
import { listCircles, readCircle } from '@rondo/shared/circle/contract.ts'
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

/** Keeps answers for whoever is signed in; who has no session any more is not let in by an old one. */
export function useKeptAnswers(): void {
  const session = useAsk(readSession).data
  useEffect(() => {
    const name = JSON.stringify(keyOf(readSession))
    if (session?.state === 'signed-in') {
      void keepAnswersFor(session.account.id).then(() => keepAnswer(name, session))
    } else if (session !== undefined) void forgetAnswer(name)
  }, [session])
}
