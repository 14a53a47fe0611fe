import type { MeetingId, SegmentId } from '@rondo/shared/kernel/id.ts'
import { useState } from 'react'
import { z } from 'zod'
import { draftsOf, kept } from '../platform/storage.ts'

const text = z.string().max(20_000)

/**
 * What somebody is writing to a prompt, kept in this browser until it is sent: a closed tab, a lost connection or a window
 * that closes meanwhile costs nothing. Undefined while nothing was written beyond what stands.
 */
export const useAnswerDraft = (writer: string, meetingId: MeetingId, segmentId: SegmentId) => {
  const store = kept(`${draftsOf(writer)}answer.${meetingId}.${segmentId}`, text)
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
