import { readCaptures } from '@rondo/shared/document/read-captures.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { useCallback, useMemo } from 'react'
import type * as Y from 'yjs'
import { useCaptures } from '../capture/index.ts'
import { useLookups, useReading } from '../page/index.ts'
import type { DocumentHandle } from '../sync/index.ts'
import { type Caught, caughtOf } from './caught.ts'

/** The captures of a meeting as they stand in its document now, before any server has read them. */
export function useCaught(meeting: Meeting, handle: DocumentHandle): readonly Caught[] {
  const lookups = useLookups(handle.doc, meeting.circleId)
  const read = useCallback(
    (doc: Y.Doc) =>
      readCaptures(doc, {
        member: (id) => lookups.member(id)?.name,
        page: (id) => {
          const page = lookups.page(id)
          return typeof page === 'object' ? page.title : undefined
        },
      }),
    [lookups],
  )
  const reads = useReading(handle.doc, read)
  const rows = useCaptures({ meetingId: meeting.id }).data?.captures
  return useMemo(() => caughtOf(reads, rows ?? []), [reads, rows])
}
