import { createCircle, joinCircle } from '@rondo/shared/circle/contract.ts'
import { readSegments } from '@rondo/shared/document/read-segments.ts'
import * as contract from '@rondo/shared/format/contract.ts'
import { type Format, MOST_OWN_FORMATS, type OwnFormat } from '@rondo/shared/format/model.ts'
import { formatIn } from '@rondo/shared/format/presets.ts'
import { DAY } from '@rondo/shared/kernel/time.ts'
import { readMeeting, scheduleMeeting } from '@rondo/shared/meeting/contract.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import { readPage } from '@rondo/shared/page/contract.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { circleRoutes } from '../circle/index.ts'
import { temporaryContext } from '../journal/temporary-context.ts'
import { dumpOf, granted, refused, temporaryApp, temporaryPeople } from '../journal/temporary-people.ts'
import { meetingRoutes } from '../meeting/index.ts'
import { pageRoutes } from '../page/index.ts'
import type { Principal } from '../platform/http/http-app.ts'
import { temporaryDocuments } from '../projection/temporary-documents.ts'
import { formatRoutes } from './routes.ts'

let context: Awaited<ReturnType<typeof world>>
let ask: ReturnType<typeof temporaryApp>
let ada: Principal
let ben: Principal
let eve: Principal
let params: { circleId: string }

const world = async () => ({ ...(await temporaryContext()), documents: temporaryDocuments() })

beforeEach(async () => {
  context = await world()
  const people = await temporaryPeople(context, ['Ada', 'Ben', 'Eve'])
  ;[ada, ben, eve] = people as [Principal, Principal, Principal]
  ask = temporaryApp(context, people, (app) => {
    circleRoutes(app, context)
    formatRoutes(app, context)
    pageRoutes(app, context)
    meetingRoutes(app, context)
  })
  const body = {
    name: 'Critique',
    purpose: 'To see better.',
    visibility: 'confidential',
    timeZone: 'Europe/Berlin',
  }
  params = { circleId: granted(await ask(ada, createCircle, { body })).id }
})
afterEach(() => context.close())

const { id: _, ...critique } = formatIn('en', 'critique-lab')

const save = async (more: Partial<Format> = {}): Promise<OwnFormat> => {
  const body = { format: { ...critique, ...more }, basedOn: 'critique-lab' }
  return granted(await ask(ada, contract.saveFormat, { params, body }))
}
const list = async (who: Principal = ada) => granted(await ask(who, contract.listFormats, { params })).formats
const at = ({ id }: OwnFormat) => ({ ...params, formatId: id })
const seated = async () => {
  await context.db.writer
    .insertInto('seat')
    .values({
      circleId: params.circleId as OwnFormat['circleId'],
      memberId: ben.memberId,
      isHost: 0,
      joinedAt: 1,
    })
    .execute()
}

test('A preset is kept as the circle’s own, changed, and forgotten.', async () => {
  const own = await save({ name: 'Our critique' })
  expect(own).toMatchObject({
    version: 1,
    basedOn: 'critique-lab',
    changedBy: ada.memberId,
    roles: critique.roles,
  })
  const shorter = { ...critique, name: 'Short critique', segments: critique.segments.slice(0, 3) }
  const change = { params: at(own), body: { from: 1, format: shorter } }
  const changed = granted(await ask(ada, contract.changeFormat, change))
  expect(changed).toMatchObject({ ...shorter, version: 2, basedOn: 'critique-lab' })
  expect(await list()).toEqual([changed])
  granted(await ask(ada, contract.removeFormat, { params: at(own), body: { from: 2 } }))
  expect(await list()).toEqual([])
})

test('Of two hosts who change it at once one wins; the other is told who, and nothing of theirs is stored.', async () => {
  const own = await save()
  await seated()
  await context.db.writer
    .updateTable('seat')
    .set({ isHost: 1 })
    .where('memberId', '=', ben.memberId)
    .execute()
  const changeAs = (who: Principal, name: string) =>
    ask(who, contract.changeFormat, {
      params: at(own),
      body: { from: 1, format: { ...critique, name } },
    })
  const [first, second] = await Promise.all([changeAs(ada, 'Ada’s'), changeAs(ben, 'Ben’s')])
  expect([first.status, second.status].toSorted((a, b) => a - b)).toEqual([200, 409])
  const [won, lost] = first.ok ? ['Ada', second] : ['Ben', first]
  expect(refused(lost)).toMatchObject({ reason: 'format.changed', detail: expect.stringContaining(won) })
  expect(await list()).toMatchObject([{ version: 2, name: `${won}’s` }])
  const late = await ask(ben, contract.removeFormat, { params: at(own), body: { from: 1 } })
  expect(refused(late)).toMatchObject({ status: 409, reason: 'format.changed' })
})

test('Saving what stands there already is no new version.', async () => {
  const own = await save()
  const same = { params: at(own), body: { from: 1, format: critique } }
  expect(granted(await ask(ada, contract.changeFormat, same))).toEqual(own)
})

test('Any member keeps a format; only a host changes or removes one.', async () => {
  await seated()
  const body = { format: { ...critique, name: 'Ben’s' } }
  const own = granted(await ask(ben, contract.saveFormat, { params, body }))
  const before = await dumpOf(context)
  const change = { from: 1, format: critique }
  const answers = [
    await ask(ben, contract.changeFormat, { params: at(own), body: change }),
    await ask(ben, contract.removeFormat, { params: at(own), body: { from: 1 } }),
  ]
  expect(answers.map((answer) => refused(answer).status)).toEqual([403, 403])
  expect(await dumpOf(context)).toBe(before)
})

test('Whoever may not know the circle learns nothing of its formats.', async () => {
  const own = await save()
  const absent = { circleId: '00000000-0000-4000-8000-00000000dead' }
  const body = { format: critique }
  const pairs = [
    [ask(eve, contract.listFormats, { params }), ask(eve, contract.listFormats, { params: absent })],
    [
      ask(eve, contract.saveFormat, { params, body }),
      ask(eve, contract.saveFormat, { params: absent, body }),
    ],
    [
      ask(eve, contract.removeFormat, { params: at(own), body: { from: 1 } }),
      ask(eve, contract.removeFormat, { params: { ...absent, formatId: own.id }, body: { from: 1 } }),
    ],
  ] as const
  for (const [there, nowhere] of pairs) expect((await there).text).toBe((await nowhere).text)
})

test.each<[string, Partial<Record<keyof Format, unknown>>, string]>([
  ['an empty name', { name: ' ' }, 'format.name'],
  ['no segment', { segments: [] }, 'format.segments'],
  ['a role named twice', { roles: ['facilitator', 'Observer', 'observer'] }, 'format.roles'],
  ['no facilitator', { roles: ['presenter'] }, 'format.roles'],
  [
    'a part that is none',
    { segments: [{ title: 'A', minutes: 1, part: { kind: 'juggle' } }] },
    'format.segments.0.part.kind',
  ],
  [
    'a focus without end',
    { segments: [{ title: 'A', minutes: 1, part: { kind: 'study', focus: 0, pause: 5 } }] },
    'format.segments.0.part.focus',
  ],
])('A format with %s is refused at the field, and nothing is stored.', async (_name, more, field) => {
  const before = await dumpOf(context)
  const body = { format: { ...critique, ...more } }
  const answer = refused(await ask(ada, contract.saveFormat, { params, body }))
  expect([answer.status, answer.errors?.[0]?.field]).toEqual([400, field])
  expect(await dumpOf(context)).toBe(before)
})

test('A name is free or it is refused, whatever its case; a format keeps its own name.', async () => {
  const own = await save({ name: 'Our critique' })
  const body = { format: { ...critique, name: 'our CRITIQUE' } }
  const answer = refused(await ask(ada, contract.saveFormat, { params, body }))
  expect(answer).toMatchObject({ status: 409, reason: 'format.name-taken' })
  const change = { params: at(own), body: { from: 1, ...body } }
  expect(granted(await ask(ada, contract.changeFormat, change)).name).toBe('our CRITIQUE')
})

test('A circle keeps only so many.', async () => {
  for (let n = 0; n < MOST_OWN_FORMATS; n++) await save({ name: `Number ${n}` })
  const body = { format: { ...critique, name: 'One more' } }
  const answer = refused(await ask(ada, contract.saveFormat, { params, body }))
  expect(answer).toMatchObject({ status: 409, reason: 'format.too-many' })
})

test('A change, or the end, of a format alters no meeting: each has its copy.', async () => {
  const own = await save({ name: 'Our critique', page: '# What we look at' })
  const schedule = (format: string, startsAt: number) =>
    ask(ada, scheduleMeeting, {
      params,
      body: { title: 'Critique', format, startsAt, segments: own.segments, page: own.page },
    })
  const meeting = granted(await schedule(own.id, context.clock.now() + DAY))
  const seen = async () => {
    const {
      number: _n,
      next: _next,
      ...read
    } = granted(await ask(ada, readMeeting, { params: { meetingId: meeting.id } }))
    const page = granted(await ask(ada, readPage, { params: { pageId: meeting.pageId } }))
    const agenda = await context.documents.read(meeting.documentId, (doc) => readSegments(doc))
    return { read, outline: page.outline, agenda: agenda?.value }
  }
  const before = await seen()
  expect(before.read).toMatchObject({ format: own.id, formatName: 'Our critique', plannedMinutes: 50 })
  expect(before.outline[0]).toMatchObject({ text: 'What we look at' })
  expect(foldMeeting(before.read.events)).toMatchObject({
    parts: ['present', 'clarify', 'warm', 'cool', 'next'].map((phase) => ({
      part: { kind: 'phase', phase },
    })),
  })
  const other = { ...critique, name: 'Other', segments: [{ title: 'Talk', minutes: 5, carryOver: false }] }
  granted(await ask(ada, contract.changeFormat, { params: at(own), body: { from: 1, format: other } }))
  expect(await seen()).toEqual(before)
  granted(await ask(ada, contract.removeFormat, { params: at(own), body: { from: 2 } }))
  expect(await seen()).toEqual(before)
  const unknown = refused(await schedule(own.id, context.clock.now() + DAY))
  expect(unknown).toMatchObject({ status: 400, reason: 'format.unknown', errors: [{ field: 'format' }] })
})

test('A format of one circle is none in another.', async () => {
  const own = await save()
  const body = { name: 'Other', purpose: 'Other.', timeZone: 'Europe/Berlin' }
  const other = granted(await ask(ada, createCircle, { body })).id
  granted(await ask(eve, joinCircle, { params: { circleId: other } }))
  const plan = { title: 'T', format: own.id, startsAt: context.clock.now() + DAY, segments: own.segments }
  const answer = refused(await ask(eve, scheduleMeeting, { params: { circleId: other }, body: plan }))
  expect(answer.reason).toBe('format.unknown')
  const change = { params: { circleId: other, formatId: own.id }, body: { from: 1, format: critique } }
  expect(refused(await ask(ada, contract.changeFormat, change)).status).toBe(404)
})

test('A role that the format does not name is given to nobody, though the circle has it.', async () => {
  const rolesFor = async (roles: string[] | undefined) => {
    const more = roles === undefined ? {} : { roles }
    const plan = { title: 'T', format: 'study-sprint', startsAt: context.clock.now() + DAY, ...more }
    const body = { ...plan, segments: critique.segments }
    return foldMeeting(granted(await ask(ada, scheduleMeeting, { params, body })).events)
  }
  await seated()
  const nobody = { presenter: null, 'note-taker': null }
  expect(await rolesFor(['facilitator'])).toMatchObject({ roles: { facilitator: ben.memberId, ...nobody } })
  expect(await rolesFor(undefined)).not.toMatchObject({ roles: nobody })
  const unnamed = await ask(ada, scheduleMeeting, {
    params,
    body: {
      title: 'T',
      format: 'study-sprint',
      startsAt: 1,
      segments: critique.segments,
      roles: ['presenter'],
    },
  })
  expect(refused(unnamed)).toMatchObject({ status: 400, errors: [{ field: 'roles' }] })
})
