import type { Actor } from '@rondo/shared/account/model.ts'
import type { PastMeeting } from '@rondo/shared/circle/drift.ts'
import type { Block } from '@rondo/shared/document/block.ts'
import type { CircleId, MemberId, PageId } from '@rondo/shared/kernel/id.ts'
import { type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Reader, Tx } from '../platform/db/database.ts'

/** What a story is drafted from. */
export interface StoryToWrite {
  circleId: CircleId
  title: string
  blocks: readonly Block[]
}

/** What circles ask of rooms above them; `app` hands it in. */
export interface CircleNeighbours {
  /** The meetings whose time is over, in order; cancelled ones are left out. */
  pastMeetings: (reader: Reader, circleId: CircleId, now: Instant) => Promise<readonly PastMeeting[]>
  /** Whether people are meeting right now. */
  isMeeting: (reader: Reader, circleId: CircleId) => Promise<boolean>
  nextFacilitator: (reader: Reader, circleId: CircleId, now: Instant) => Promise<MemberId | null>
  /** Ends all links for guests of a circle that becomes confidential. */
  closeToGuests: (tx: Tx, circleId: CircleId, by: MemberId) => Promise<void>
  /** Makes a page that begins with these blocks; `claim` may refuse it in the transaction that makes it. */
  writeStory: (
    actor: Actor,
    story: StoryToWrite,
    claim: (tx: Tx, pageId: PageId) => Promise<Result<null>>,
  ) => Promise<Result<PageId>>
}

/** Circles without meetings, turns and pages, for tests of everything else. */
export const noNeighbours: CircleNeighbours = {
  pastMeetings: async () => [],
  isMeeting: async () => false,
  nextFacilitator: async () => null,
  closeToGuests: async () => undefined,
  writeStory: async () => refuse('unavailable', 'There are no pages here.'),
}
