import { randomBytes } from 'node:crypto'
import type { Account } from '@rondo/shared/account/model.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import type { Block } from '@rondo/shared/document/block.ts'
import { CAPTURE_KINDS } from '@rondo/shared/document/capture-kinds.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import { writeIntoSegment } from '@rondo/shared/document/write-into-segment.ts'
import { formatIn } from '@rondo/shared/format/presets.ts'
import type { DocumentId, PageId } from '@rondo/shared/kernel/id.ts'
import { DAY, MINUTE } from '@rondo/shared/kernel/time.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import type { Page } from '@rondo/shared/page/model.ts'
import { bool, create, int32, oneOf, type PRNG } from 'lib0/prng'
import { foundWorkspace, joinWorkspace } from '../account/index.ts'
import { createCircle, seatMember } from '../circle/index.ts'
import { scheduleMeeting } from '../meeting/index.ts'
import { createPage } from '../page/index.ts'
import { transact } from '../platform/db/database.ts'
import { actorOf } from './cast.ts'
import { goThrough } from './go-through.ts'
import { nameOfPerson, sentence, titleOf } from './words.ts'
import { at, done, type WorldContext } from './world-context.ts'

/** How large a generated world is: all of it together, not per circle. */
export interface Size {
  members: number
  circles: number
  meetings: number
  pages: number
}

export interface GeneratedWorld {
  members: Account[]
  circles: { circle: Circle; people: Account[] }[]
  meetings: { meeting: Meeting; phase: 'scheduled' | 'live' | 'wrapped' }[]
  pages: Page[]
}

const WEEK = 7 * DAY
const SEATS_AT_MOST = 8
const ZONES = [
  'Europe/Berlin',
  'America/Los_Angeles',
  'Asia/Tokyo',
  'Africa/Nairobi',
  'America/Sao_Paulo',
] as const

/**
 * Fills an empty workspace with a world of the given size, through the product's own commands. The same size gives the
 * same world, but for ids and the present day. Every fourth circle is confidential. Of each circle's meetings one is
 * live and one is to come, as far as it has that many; the others are over.
 */
export const generateWorld = async (context: WorldContext, size: Size): Promise<GeneratedWorld> => {
  const gen = create(size.members + 31 * size.circles + 961 * size.meetings)
  const members = await generateMembers(context, gen, size.members)
  const circles: GeneratedWorld['circles'] = []
  for (let index = 0; index < size.circles; index += 1)
    circles.push(await generateCircle(context, gen, members, index))
  const pages: Page[] = []
  for (let index = 0; index < size.pages; index += 1)
    pages.push(await generatePage(context, gen, circles, members, pages))
  const meetings: GeneratedWorld['meetings'] = []
  for (const [index, circle] of circles.entries()) {
    const share =
      Math.floor(size.meetings / circles.length) + (index < size.meetings % circles.length ? 1 : 0)
    for (let number = 0; number < share; number += 1)
      meetings.push(await generateMeeting(context, gen, circle, pages, share - 1 - number))
  }
  return { members, circles, meetings, pages }
}

const generateMembers = async (context: WorldContext, gen: PRNG, count: number): Promise<Account[]> => {
  const passwordHash = await context.passwords.hash(randomBytes(24).toString('base64url'))
  const members: Account[] = []
  for (let index = 0; index < count; index += 1) {
    const then = at(context, context.clock.now() - 52 * WEEK + index * MINUTE)
    const timeZone = oneOf(gen, [...ZONES])
    const person = {
      name: nameOfPerson(index),
      email: `member-${index + 1}@example.org`,
      passwordHash,
      timeZone,
      locale: 'en' as const,
    }
    members.push(
      await done(
        transact(context.db, (tx) =>
          index === 0 ? foundWorkspace(then, tx, 'Generated world', person) : joinWorkspace(then, tx, person),
        ),
      ),
    )
  }
  return members
}

const generateCircle = async (
  context: WorldContext,
  gen: PRNG,
  members: readonly Account[],
  index: number,
): Promise<GeneratedWorld['circles'][number]> => {
  const then = at(context, context.clock.now() - 50 * WEEK + index * MINUTE)
  const seats = Math.min(members.length, int32(gen, 4, SEATS_AT_MOST))
  const people = Array.from(
    { length: seats },
    (_, seat) => members[(index * 5 + seat) % members.length],
  ).filter((person) => person !== undefined)
  const [host, ...others] = people
  if (host === undefined) throw new Error('A circle needs at least one member.')
  const visibility = index % 4 === 3 ? ('confidential' as const) : ('open' as const)
  const described = {
    name: `${titleOf(gen)} ${index + 1}`,
    purpose: sentence(gen).slice(0, 160),
    visibility,
    timeZone: oneOf(gen, [...ZONES]),
  }
  let circle = await done(createCircle(then, actorOf(host), described))
  for (const person of others) circle = await done(seatMember(then, actorOf(host), circle.id, person.id))
  return { circle, people }
}

const generatePage = async (
  context: WorldContext,
  gen: PRNG,
  circles: GeneratedWorld['circles'],
  members: readonly Account[],
  earlier: readonly Page[],
): Promise<Page> => {
  const home = circles.length > 0 && bool(gen) ? oneOf(gen, circles) : undefined
  const author = oneOf(gen, [...(home?.people ?? members)])
  const then = at(context, context.clock.now() - int32(gen, 1, 300) * DAY)
  const page = await done(
    createPage(then, actorOf(author), { title: titleOf(gen), circleId: home?.circle.id ?? null }),
  )
  await then.writeAs(author.id, page.documentId, (doc) =>
    appendBlocks(doc, paragraphs(gen, int32(gen, 3, 12), earlier)),
  )
  await then.project(page.documentId)
  return page
}

/** `fromLast` counts the meetings of the circle after this one. */
const generateMeeting = async (
  context: WorldContext,
  gen: PRNG,
  { circle, people }: GeneratedWorld['circles'][number],
  pages: readonly Page[],
  fromLast: number,
): Promise<GeneratedWorld['meetings'][number]> => {
  const presenter = oneOf(gen, people)
  const { segments } = formatIn('en', 'brown-bag')
  const phase = fromLast === 0 ? 'scheduled' : fromLast === 1 ? 'live' : 'wrapped'
  const start = context.clock.now() - 10 * MINUTE - (fromLast - 1) * WEEK
  const plan = {
    title: titleOf(gen),
    format: 'brown-bag' as const,
    startsAt: start,
    segments,
    presenterId: presenter.id,
  }
  const meeting = await done(
    scheduleMeeting(
      at(context, Math.min(start, context.clock.now()) - 2 * DAY),
      actorOf(presenter),
      circle.id,
      plan,
    ),
  )
  if (phase === 'scheduled') return { meeting, phase }
  const passages = segments.slice(0, phase === 'live' ? 2 : segments.length).map(({ minutes }) => ({
    spent: phase === 'live' ? MINUTE : minutes * MINUTE,
    write: async (then: WorldContext, segmentId: Parameters<typeof writeIntoSegment>[1]) => {
      const author = oneOf(gen, people)
      const blocks = [...paragraphs(gen, 2, pages), capture(then, gen, people)]
      await then.writeAs(author.id, meeting.documentId, (doc) => writeIntoSegment(doc, segmentId, blocks))
    },
  }))
  await goThrough(context, meeting, people, { start, people, passages, isOver: phase === 'wrapped' })
  return { meeting, phase }
}

const paragraphs = (
  gen: PRNG,
  count: number,
  pages: readonly { id: PageId; documentId: DocumentId }[],
): Block[] =>
  Array.from({ length: count }, () => {
    const target = pages.length > 0 && int32(gen, 0, 3) === 0 ? oneOf(gen, [...pages]) : undefined
    return {
      type: 'paragraph',
      line: [sentence(gen), ...(target === undefined ? [] : [' ', { pageId: target.id }])],
    }
  })

const capture = ({ ids, clock }: WorldContext, gen: PRNG, people: readonly Account[]): Block => {
  const kind = oneOf(gen, [...CAPTURE_KINDS])
  const common = {
    type: 'capture' as const,
    id: ids.next<'capture'>(),
    kind,
    line: sentence(gen),
    at: clock.now(),
  }
  return kind === 'next' ? { ...common, who: oneOf(gen, [...people]).id, done: bool(gen) } : common
}
