import type { Actor } from '@rondo/shared/account/model.ts'
import { readCaptures } from '@rondo/shared/document/read-captures.ts'
import { readMentions } from '@rondo/shared/document/read-references.ts'
import { readSegments } from '@rondo/shared/document/read-segments.ts'
import type { listGuestLinks, readGuestLink } from '@rondo/shared/guest/contract.ts'
import type { PersonInMeeting } from '@rondo/shared/guest/model.ts'
import type { OutputOf } from '@rondo/shared/kernel/contract.ts'
import type { DocumentId, MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import { accept, type Refusal, type Result } from '@rondo/shared/kernel/refusal.ts'
import type { MeetingEvent } from '@rondo/shared/meeting/events.ts'
import { permitInMeeting } from '../circle/index.ts'
import type { Context } from '../journal/context.ts'
import { eventsOf, findMeeting } from '../meeting/index.ts'
import type { DocumentContext } from '../page/index.ts'
import { usableLink } from './enter.ts'
import { type GuestContext, hostedMeeting } from './link-commands.ts'
import { whyNoLink } from './rules.ts'
import { doorOf, guestsFor, guestsOf, linksOf, membersNamed } from './store.ts'

const ABSENT: Refusal = { code: 'not-found', detail: 'There is no such meeting.' }

export const listLinks = async (
  { db, clock }: Context,
  actor: Actor,
  meetingId: MeetingId,
): Promise<Result<OutputOf<typeof listGuestLinks>>> => {
  const found = await hostedMeeting(db.read, actor, meetingId)
  if (!found.ok) return found
  const door = await doorOf(db.read, meetingId)
  const links = await linksOf(db.read, meetingId)
  return accept({ links, until: door.until, whyNot: whyNoLink(door, clock.now()) })
}

/** What somebody sees before they come in. */
export const readLink = async (
  context: GuestContext,
  token: string,
): Promise<Result<OutputOf<typeof readGuestLink>>> => {
  const link = await usableLink(context, context.db.read, token)
  if (!link.ok) return link
  const { meetingId, title, circleName, invitedBy, startsAt, timeZone, until } = link.value
  return accept({ meetingId, title, circleName, invitedBy, startsAt, timeZone, until })
}

export const listGuests = async ({ db }: Context, { memberId }: Actor) => {
  const guests = await guestsFor(db.read, memberId)
  return accept({ guests: guests.map((one) => ({ ...one, isGuest: true })) })
}

/** The people whose names stand in a meeting, and nobody else of the workspace. */
export const listPeople = async (
  context: DocumentContext,
  actor: Actor,
  id: MeetingId,
): Promise<Result<{ people: PersonInMeeting[] }>> => {
  const { db } = context
  const meeting = await findMeeting(db.read, id)
  const permitted = await permitInMeeting(db.read, actor, 'read', meeting, ABSENT)
  if (!permitted.ok) return permitted
  if (meeting === undefined) return { ok: false, refusal: ABSENT }
  const inLog = namedIn(await eventsOf(db.read, id))
  const inPage = await writtenOn(context, meeting.documentId)
  const members = await membersNamed(db.read, [...new Set([...inLog, ...inPage])])
  const guests = await guestsOf(db.read, id)
  return accept({
    people: [
      ...members.map((one) => ({ ...one, isGuest: false })),
      ...guests.map(({ id: guestId, name, colour }) => ({ id: guestId, name, colour, isGuest: true })),
    ],
  })
}

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** Every id in a log; those that name nobody are not found later. A new sort of event needs no line here. */
const namedIn = (log: readonly MeetingEvent[]): MemberId[] =>
  [...JSON.stringify(log).matchAll(ID)].map(([id]) => id as MemberId)

/** Who wrote in a page, who is mentioned in it, leads a part of it, or has something to do. */
const writtenOn = async ({ documents }: DocumentContext, documentId: DocumentId): Promise<MemberId[]> => {
  const read = await documents.read(documentId, (doc) => [
    ...readMentions(doc),
    ...readCaptures(doc).flatMap(({ who }) => who ?? []),
    ...readSegments(doc).flatMap(({ lead }) => lead ?? []),
  ])
  const authors = [...(await documents.authors(documentId)).values()].filter((one) => one !== 'server')
  return [...(read?.value ?? []), ...(authors as MemberId[])]
}
