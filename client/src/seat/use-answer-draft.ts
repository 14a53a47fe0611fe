import type { MeetingId, SegmentId } from '@rondo/shared/kernel/id.ts'
import { useState } from 'react'
import { z } from 'zod'
import { draftsOf, kept, keptNames } from '../platform/storage.ts'

const text = z.string().max(20_000)

const draftsAt = (writer: string, meetingId: MeetingId) => `${draftsOf(writer)}answer.${meetingId}.`

/**
 * What somebody is writing to a prompt, kept in this browser until it is sent: a closed tab, a lost connection or a window
 * that closes meanwhile costs nothing. Undefined while nothing was written beyond what stands.
 */
export const useAnswerDraft = (writer: string, meetingId: MeetingId, segmentId: SegmentId) => {
  const store = kept(`${draftsAt(writer, meetingId)}${segmentId}`, text)
  const [draft, setDraft] = useState(() => store.read())
  return {
    draft,
    write: (next: string) => {
      setDraft(next)
      store.write(next)
    },
    discard: () => {
      setDraft(undefined)
      store.forget()
    },
  }
}

/** What somebody wrote to any prompt of a meeting and never saw given, until they put it away. */
export const useUngiven = (writer: string, meetingId: MeetingId) => {
  const [drafts, setDrafts] = useState(() =>
    keptNames(draftsAt(writer, meetingId))
      .map((name) => ({ name, written: kept(name, text).read() ?? '' }))
      .filter(({ written }) => written.trim() !== ''),
  )
  const putAway = () => {
    for (const { name } of drafts) kept(name, text).forget()
    setDrafts([])
  }
  return { drafts, putAway }
}
