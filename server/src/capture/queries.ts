import type { Actor } from '@rondo/shared/account/model.ts'
import type { Capture } from '@rondo/shared/capture/model.ts'
import type { MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result } from '@rondo/shared/kernel/refusal.ts'
import { namesOf } from '../circle/index.ts'
import type { Context } from '../journal/context.ts'
import { summariesOf } from '../page/index.ts'
import type { Reader } from '../platform/db/database.ts'
import { membersIn, pagesIn, withLabels } from './rules.ts'
import { type CaptureFilter, findCaptures } from './store.ts'

/** Of captures from all over; those of one page or meeting are as many as stand in it. */
const LONGEST_LIST = 200

type Captures = Promise<Result<{ captures: Capture[] }>>

interface Asked extends Pick<CaptureFilter, 'circleId' | 'pageId' | 'kind' | 'state'> {
  meetingId?: MeetingId | undefined
  who?: 'me' | undefined
}

export const listCaptures = async ({ db }: Context, actor: Actor, asked: Asked): Captures => {
  const { meetingId, who, ...rest } = asked
  return accept({
    captures: await capturesFor(
      db.read,
      actor.memberId,
      { ...rest, meetingIds: meetingId && [meetingId], who: who && actor.memberId },
      meetingId === undefined && rest.pageId === undefined ? LONGEST_LIST : undefined,
    ),
  })
}

/** Captures as a member reads them: with the names of people and of pages that they may read. All of them unless limited. */
export const capturesFor = async (
  reader: Reader,
  asking: MemberId,
  filter: CaptureFilter,
  limit?: number,
): Promise<Capture[]> => {
  const captures = await findCaptures(reader, asking, filter, limit)
  const names = await namesOf(
    reader,
    captures.flatMap(({ text }) => membersIn(text)),
  )
  const pages = await summariesOf(
    reader,
    asking,
    captures.flatMap(({ text }) => pagesIn(text)),
  )
  const titles = new Map(pages.map(({ id, title }) => [id, title]))
  const labels = { member: (id: MemberId) => names.get(id), page: (id: Capture['pageId']) => titles.get(id) }
  return captures.map((capture) => ({ ...capture, text: withLabels(capture.text, labels) }))
}
