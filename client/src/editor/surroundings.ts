import type { CaptureId, MemberId, PageId, SegmentId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { ReactNode } from 'react'
import type { Images } from './images/waiting-images.ts'

export interface MemberLook {
  readonly name: string
  readonly initials: string
  /** 1 to 16. */
  readonly colour: number
}

export interface MemberFound extends MemberLook {
  readonly id: MemberId
}

export interface PageFound {
  readonly id: PageId
  readonly title: string
}

type Eventually<T> = T | Promise<T>

/** How the reader sees people and pages; the document itself holds only their ids. */
export interface Lookups {
  readonly member: (id: MemberId) => MemberLook | undefined
  readonly page: (id: PageId) => { readonly title: string } | 'restricted' | undefined
  readonly searchMembers: (query: string) => Eventually<readonly MemberFound[]>
  readonly searchPages: (query: string) => Eventually<readonly PageFound[]>
  /** Left out where the reader may create no page. */
  readonly createPage?: ((title: string) => Promise<PageId>) | undefined
}

/** Everything that the editor shows and does not know by itself. */
export interface Surroundings {
  readonly lookups: Lookups
  /** The time at which a capture made now is stamped. */
  readonly stamp: () => Instant
  /** The day that it is where this is written, `YYYY-MM-DD`; without it days are not read from what is typed. */
  readonly today?: (() => string) | undefined
  /** What stands at the end of a capture, e.g. "36 min". */
  readonly elapsed?: ((at: Instant) => string | undefined) | undefined
  readonly currentSegmentId?: SegmentId | undefined
  /** What stands at the end of a segment; its planned minutes when undefined. */
  readonly segmentTime?: ((id: SegmentId) => string | undefined) | undefined
  /** Segments of which the reader sees the heading only; they stay in the page untouched. Not made anew without need. */
  readonly hiddenSegments?: ReadonlySet<SegmentId> | undefined
  /** Segments below which something is shown that is no part of the page. Not made anew without need. */
  readonly segmentEnds?: ReadonlySet<SegmentId> | undefined
  readonly renderSegmentEnd?: ((id: SegmentId) => ReactNode) | undefined
  /** A moment as the reader's clock shows it: "Thu 26 Nov, 21:10". */
  readonly momentWords?: ((at: Instant) => string) | undefined
  readonly renderCarryOver?: (() => ReactNode) | undefined
  /** Left out where no images are shown. */
  readonly images?: Images | undefined
  readonly onOpenPage?: ((id: PageId) => void) | undefined
  /** The capture in which the reader's caret stands, undefined when it leaves. */
  readonly onCaptureFocus?: ((id: CaptureId | undefined) => void) | undefined
}
