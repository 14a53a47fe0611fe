import type { AnswerId, CaptureId, FileId, MemberId, PageId, SegmentId } from '../kernel/id.ts'
import type { Instant } from '../kernel/time.ts'
import type { CaptureKind } from './capture-kinds.ts'

export type MarkName = 'bold' | 'italic' | 'strike' | 'code'

/** A piece of a line: plain text, text with marks or an address, a page, a member. */
export type Piece =
  | string
  | { readonly text: string; readonly marks?: readonly MarkName[]; readonly href?: string }
  | { readonly pageId: PageId }
  | { readonly memberId: MemberId }

/** A line of text: one string, or pieces. */
export type Line = string | readonly Piece[]

/** A block to be written into a document by code rather than by an editor. */
export type Block =
  | { readonly type: 'paragraph' | 'quote'; readonly line: Line }
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly line: Line }
  | SegmentBlock
  | CaptureBlock
  | AnswerBlock
  | { readonly type: 'bullets' | 'numbers'; readonly items: readonly Line[] }
  | { readonly type: 'tasks'; readonly items: readonly { readonly done: boolean; readonly line: Line }[] }
  | { readonly type: 'code'; readonly text: string; readonly language?: string }
  | { readonly type: 'rule' | 'carryOver' }
  | ImageBlock

export interface SegmentBlock {
  readonly type: 'segment'
  readonly id: SegmentId
  readonly line: Line
  /** 0 to 600 */
  readonly minutes: number
  readonly lead?: MemberId | undefined
}

export interface CaptureBlock {
  readonly type: 'capture'
  readonly id: CaptureId
  readonly kind: CaptureKind
  readonly line: Line
  readonly at: Instant
  readonly who?: MemberId | undefined
  /** `YYYY-MM-DD` */
  readonly due?: string | undefined
  readonly done?: boolean | undefined
  /** Why it was dropped. */
  readonly dropped?: string | undefined
}

export interface ImageBlock {
  readonly type: 'image'
  readonly fileId: FileId
  /** What it shows, for whoever does not see it. */
  readonly alt?: string | undefined
  /** There is nothing to say about it. */
  readonly decorative?: boolean | undefined
  readonly width?: number | undefined
  readonly height?: number | undefined
}

/** An answer that somebody gave in their own time, one line a paragraph. */
export interface AnswerBlock {
  readonly type: 'answer'
  readonly id: AnswerId
  readonly who: MemberId
  readonly at: Instant
  readonly lines: readonly Line[]
}
