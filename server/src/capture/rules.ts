import type { CaptureKind } from '@rondo/shared/document/capture-kinds.ts'
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
  at: Instant
  by: MemberId | null
  segmentId: CaptureRead['segmentId'] | null
  position: number
}

/** What no document says about a capture. */
export interface Moment {
  captureId: CaptureId
  firstSeenAt: Instant
  doneAt: Instant | null
}

/** Next steps are done and questions are answered; the other kinds just are. */
export const isTickable = (kind: CaptureKind): boolean => kind === 'next' || kind === 'question'

/**
 * Turns what stands in a document into rows. Who caught something is whoever the server knows to have written it;
 * a time that cannot be one gives way to when the capture was first seen.
 */
export const caughtIn = (
  captures: readonly CaptureRead[],
  authors: ReadonlyMap<number, string>,
  known: ReadonlyMap<CaptureId, Moment>,
  now: Instant,
): { rows: Caught[]; moments: Moment[] } => {
  const rows = captures.map((capture, position): Caught => {
    const { id, kind, text, who = null, due = null, segmentId = null } = capture
    const done = capture.done && isTickable(kind)
    const moment = known.get(id)
    const author = authors.get(capture.clientId)
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
      at: instant.safeParse(capture.at).data ?? moment?.firstSeenAt ?? now,
      by: author === undefined || author === 'server' ? null : (author as MemberId),
    }
  })
  const moments = rows.map(({ id, doneAt }) => ({
    captureId: id,
    firstSeenAt: known.get(id)?.firstSeenAt ?? now,
    doneAt,
  }))
  return { rows, moments }
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
