import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import { accept } from '@rondo/shared/kernel/refusal.ts'
import type { CircleNeighbours } from '../circle/index.ts'
import { closeToGuests } from '../guest/index.ts'
import { isMeeting, nextFacilitator, pastMeetings } from '../meeting/index.ts'
import { createPage, type DocumentContext } from '../page/index.ts'

/** What circles ask of meetings and pages, which are higher rooms. */
export const circleNeighbours = (context: DocumentContext): CircleNeighbours => ({
  pastMeetings,
  isMeeting,
  nextFacilitator,
  closeToGuests: closeToGuests(context),
  writeStory: async (actor, { circleId, title, blocks }, claim) => {
    const made = await createPage(context, actor, {
      title,
      circleId,
      fill: (doc) => appendBlocks(doc, blocks),
      alongside: claim,
    })
    return made.ok ? accept(made.value.id) : made
  },
})
