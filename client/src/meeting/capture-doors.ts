import type { CaptureKind } from '@rondo/shared/document/capture-kinds.ts'
import { setCaptureKind } from '@rondo/shared/document/write-capture.ts'
import type { CaptureId } from '@rondo/shared/kernel/id.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { ranThen } from '@rondo/shared/meeting/ran-then.ts'
import type * as Y from 'yjs'
import type { Caught } from './caught.ts'
import type { Room } from './room.ts'

/** The title of the segment that ran when it was caught. */
export const titleThen = ({ state, items }: Room, { at }: Caught): string | undefined => {
  const id = at === undefined ? undefined : ranThen(state, at)
  return items.find((item) => item.id === id)?.title
}

/** Sees a capture as another kind, for whoever may write in the page. */
export const kindDoor = ({ mayWrite }: Pick<Meeting, 'mayWrite'>, doc: Y.Doc) =>
  mayWrite ? (id: CaptureId, kind: CaptureKind) => void setCaptureKind(doc, id, kind) : undefined
