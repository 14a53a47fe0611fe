import type { CaptureKind } from '@rondo/shared/document/capture-kinds.ts'
import { setCaptureKind } from '@rondo/shared/document/write-capture.ts'
import type { CaptureId } from '@rondo/shared/kernel/id.ts'
import { ranThen } from '@rondo/shared/meeting/ran-then.ts'
import type * as Y from 'yjs'
import type { Caught } from './caught.ts'
import type { Room } from './room.ts'

/** What the captures of a room are told by its log, and what is written about them in its page. */
export const captureDoors = ({ state, items, meeting }: Room, doc: Y.Doc) => ({
  ranThen: ({ at }: Caught): string | undefined => {
    const id = at === undefined ? undefined : ranThen(state, at)
    return items.find((item) => item.id === id)?.title
  },
  ...(meeting.mayWrite
    ? { onKind: (id: CaptureId, kind: CaptureKind) => void setCaptureKind(doc, id, kind) }
    : {}),
})
