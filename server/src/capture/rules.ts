import { type CaptureKind, isTickable } from '@rondo/shared/document/capture-kinds.ts'
import type { CaptureRead } from '@rondo/shared/document/read-captures.ts'
import type { Labels } from '@rondo/shared/document/read-text.ts'
import type { CaptureId, MemberId, PageId } from '@rondo/shared/kernel/id.ts'
import { type Instant, instant } from '@rondo/shared/kernel/time.ts'

/** A capture as a row, less what every row of its page has in common. */
export interface Caught {
  id: CaptureId
  kind: CaptureKind
  text: string
  who: MemberId | null
  due: string | null
  done: boolean
  doneAt: Instant | null
  dropped: string | null
  at: Instant
  by: MemberId | null
  segmentId: CaptureRead['segmentId'] | null
  position: number
}

/** What no document says about a capture. */
export interface Moment {
  captureId: CaptureId
  firstSeenAt: Instant
  firstBy: MemberId | null
  doneAt: Instant | null
}

/**
 * Turns what stands in a document into rows. Who caught something is whoever the server knows to have written it first:
 * Yjs has what is taken back or moved written anew. A time that cannot be one, or that is later than when the capture
 * was first seen, gives way to that.
 */
export const caughtIn = (
  captures: readonly CaptureRead[],
  authors: ReadonlyMap<number, string>,
  known: ReadonlyMap<CaptureId, Moment>,
  now: Instant,
): { rows: Caught[]; moments: Moment[] } => {
  const rows = captures.map((capture, position): Caught => {
    const { id, kind, text, who = null, due = null, dropped = null, segmentId = null } = capture
    const done = capture.done && isTickable(kind)
    const moment = known.get(id)
    const author = authors.get(capture.clientId)
    const by = author === undefined || author === 'server' ? null : (author as MemberId)
    const seenAt = moment?.firstSeenAt ?? now
    return {
      id,
      kind,
      text,
      who,
      due,
      segmentId,
      position,
      done,
      doneAt: done ? (moment?.doneAt ?? now) : null,
      dropped,
      at: Math.min(instant.safeParse(capture.at).data ?? seenAt, seenAt),
      by: moment?.firstBy ?? by,
    }
  })
  const moments = rows.map(({ id, by, doneAt }) => ({
    captureId: id,
    firstSeenAt: known.get(id)?.firstSeenAt ?? now,
    firstBy: by,
    doneAt,
  }))
  return { rows, moments }
}

/** What somebody wants to become of a capture, with what they saw. */
export type Wish =
  | { readonly kind: 'tick'; readonly done: boolean }
  | { readonly kind: 'drop'; readonly reason: string | null; readonly from: string | null }
  | { readonly kind: 'date'; readonly due: string | null; readonly from: string | null }

/** How the block of a capture stands. */
export type Standing = Pick<CaptureRead, 'done' | 'due' | 'dropped'>

/** Why somebody is too late: what was done meanwhile, and the attribute that tells by whom. */
export interface Late {
  readonly reason: string
  readonly did: string
  readonly attribute: 'done' | 'due' | 'dropped'
}

const DROPPED: Late = {
  reason: 'capture.dropped-meanwhile',
  did: 'dropped this meanwhile. Take it up again first if it is to be done.',
  attribute: 'dropped',
}
const DONE: Late = {
  reason: 'capture.done-meanwhile',
  did: 'ticked this meanwhile, so there is nothing to drop.',
  attribute: 'done',
}
const TAKEN_UP: Late = {
  reason: 'capture.taken-up-meanwhile',
  did: 'took this up again meanwhile.',
  attribute: 'dropped',
}
const DATED: Late = {
  reason: 'capture.dated-meanwhile',
  did: 'gave this another day meanwhile. Look at it, then change it again.',
  attribute: 'due',
}

/** Whoever wants what is so already is not late; whoever saw something else is. */
export const whyLate = (wish: Wish, standing: Standing): Late | undefined => {
  const { done } = standing
  const due = standing.due ?? null
  const dropped = standing.dropped ?? null
  switch (wish.kind) {
    case 'tick':
      return wish.done && dropped !== null ? DROPPED : undefined
    case 'drop':
      if (done && wish.reason !== null) return DONE
      if (dropped === wish.from || dropped === wish.reason) return undefined
      return dropped === null ? TAKEN_UP : DROPPED
    case 'date':
      return due === wish.from || due === wish.due ? undefined : DATED
  }
}

/** Names are not stored: their ids stand in the text until somebody reads it. */
export const TOKENS: Labels = { member: (id) => `@[${id}]`, page: (id) => `[[${id}]]` }

const MEMBER = /@\[([0-9a-f-]{36})\]/g
const PAGE = /\[\[([0-9a-f-]{36})\]\]/g

export const membersIn = (text: string): MemberId[] =>
  [...text.matchAll(MEMBER)].map(([, id]) => id as MemberId)

export const pagesIn = (text: string): PageId[] => [...text.matchAll(PAGE)].map(([, id]) => id as PageId)

/** The text with the names that the reader may know; the others are left out. */
export const withLabels = (text: string, labels: Labels): string =>
  text
    .replace(MEMBER, (_, id: MemberId) => labels.member?.(id) ?? '')
    .replace(PAGE, (_, id: PageId) => labels.page?.(id) ?? '')
