import { createCircle, seatMember } from '@rondo/shared/circle/contract.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import { MAX_IMAGE_BYTES, type TakenImage } from '@rondo/shared/image/model.ts'
import type { FileId } from '@rondo/shared/kernel/id.ts'
import { DAY, HOUR } from '@rondo/shared/kernel/time.ts'
import type { Page } from '@rondo/shared/page/model.ts'
import { eraseHistory, keepVersion } from '@rondo/shared/version/contract.ts'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { granted } from '../journal/temporary-people.ts'
import { createHttpApp, type HttpApp, type Principal } from '../platform/http/http-app.ts'
import { projectDocument } from '../projection/document-projection.ts'
import { temporaryVersions } from '../version/temporary-versions.ts'
import { letGoOfUnneeded } from './let-go.ts'
import { imageProjection } from './projection.ts'
import { imageRoutes } from './routes.ts'

type World = Awaited<ReturnType<typeof temporaryVersions>>
type Body = NonNullable<RequestInit['body']>
const HERE = 'http://localhost:3000'

let world: World
let app: HttpApp
beforeEach(async () => {
  world = await temporaryVersions()
  const people = [world.ada, world.ben, world.cleo]
  const identify = async ({ headers }: Request) =>
    people.find(({ memberId }) => memberId === headers.get('x-asked-by')) ?? null
  app = createHttpApp({ publicUrl: HERE, log: world.context.log, identify })
  imageRoutes(app, world.context)
})
afterEach(() => world.close())

const picture = (background: string, width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()

const send = async (who: Principal | null, { id }: Page, file: Body, covers?: FileId) =>
  app.request(`/api/pages/${id}/images${covers === undefined ? '' : `?covers=${covers}`}`, {
    method: 'POST',
    headers: { origin: HERE, ...(who && { 'x-asked-by': who.memberId }) },
    body: file,
  })

const take = async (who: Principal, page: Page, file: Body, covers?: FileId): Promise<TakenImage> => {
  const answer = await send(who, page, file, covers)
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as TakenImage
}

const get = (who: Principal | null, fileId: string, headers: Record<string, string> = {}) =>
  app.request(`/api/images/${fileId}`, {
    headers: { ...headers, ...(who && { 'x-asked-by': who.memberId }) },
  })

const colourOf = async (answer: Response): Promise<number[]> => {
  const { data } = await sharp(new Uint8Array(await answer.arrayBuffer()))
    .raw()
    .toBuffer({ resolveWithObject: true })
  return [...data.subarray(0, 3)]
}

const keptFiles = async (): Promise<string[]> => {
  const names: string[] = []
  for await (const { name } of world.context.files.list('image')) names.push(name.slice('image/'.length))
  return names.toSorted()
}

const project = ({ documentId }: Page) =>
  projectDocument(world.context, world.documents, imageProjection(world.context), documentId)

const put = async (page: Page, ...ids: FileId[]) => {
  world.documents.change(page.documentId, world.ada.memberId, (doc) =>
    appendBlocks(
      doc,
      ids.map((fileId) => ({ type: 'image', fileId })),
    ),
  )
  await project(page)
}

const empty = async (page: Page) => {
  world.documents.change(page.documentId, world.ada.memberId, (doc) => {
    const body = doc.getXmlFragment('body')
    body.delete(0, body.length)
  })
  await project(page)
}

const secretPage = async () => {
  const body = { name: 'Quiet', purpose: 'Quiet', visibility: 'confidential', timeZone: 'UTC' }
  const circle = granted(await world.ask(world.ada, createCircle, { body }))
  return { page: await world.makePage('Secret', circle.id), circleId: circle.id }
}

test('A picture is taken in for a page and shown to whoever may read it, in a way in which it can do nothing.', async () => {
  const page = await world.makePage('Open')
  const image = await take(world.ada, page, await picture('#336699'))
  expect(image).toMatchObject({ width: 40, height: 30, covered: false })
  const shown = await get(world.ben, image.fileId)
  expect(shown.status).toBe(200)
  const header = (name: string) => shown.headers.get(name)
  expect(header('content-type')).toBe('image/png')
  expect(header('x-content-type-options')).toBe('nosniff')
  expect(header('content-security-policy')).toContain('sandbox')
  expect(header('cache-control')).toBe('private, max-age=31536000, immutable')
  expect(header('vary')).toContain('Cookie')
  expect(await colourOf(shown)).toEqual([0x33, 0x66, 0x99])
  const again = await get(world.ben, image.fileId, { 'if-none-match': header('etag') ?? '' })
  expect(again.status).toBe(304)
})

test('T32 Of an image whose page one may not read, one learns nothing; whoever comes in sees it, whoever is out no longer does.', async () => {
  const { page, circleId } = await secretPage()
  const { fileId } = await take(world.ada, page, await picture('red'))
  const nothing = await (await get(world.ben, '00000000-0000-4000-8000-0000000000ff')).text()
  const forbidden = await get(world.ben, fileId)
  expect([forbidden.status, await forbidden.text()]).toEqual([404, nothing])
  expect((await get(null, fileId)).status).toBe(401)
  // To write its id into a page of one's own gives no right to it.
  await put(await world.makePage('Mine'), fileId)
  expect((await get(world.ben, fileId)).status).toBe(404)
  granted(
    await world.ask(world.ada, seatMember, { params: { circleId }, body: { memberId: world.ben.memberId } }),
  )
  expect((await get(world.ben, fileId)).status).toBe(200)
})

test('Nobody adds pictures where they may not write, and nothing of a refused one is kept.', async () => {
  const { page } = await secretPage()
  const file = await picture('red')
  expect((await send(null, page, file)).status).toBe(401)
  expect((await send(world.ben, page, file)).status).toBe(404)
  const foreign = await app.request(`/api/pages/${page.id}/images`, {
    method: 'POST',
    headers: { origin: 'https://evil.example', 'x-asked-by': world.ada.memberId },
    body: file,
  })
  expect(foreign.status).toBe(403)
  const refused = await send(world.ada, page, '<svg xmlns="http://www.w3.org/2000/svg"/>')
  expect(refused.status).toBe(400)
  expect(await refused.json()).toMatchObject({ reason: 'image.not-a-picture' })
  expect(await keptFiles()).toEqual([])
})

test('T31 A picture of more than 20 MB is refused, also when it does not say how large it is.', async () => {
  const page = await world.makePage('Open')
  const large = new Uint8Array(MAX_IMAGE_BYTES + 1)
  const answer = await send(world.ada, page, large)
  expect([answer.status, await answer.json()]).toMatchObject([413, { reason: 'image.too-large' }])
  const parts = new ReadableStream({
    start: (controller) => {
      for (let part = 0; part < 21; part++) controller.enqueue(new Uint8Array(1024 * 1024))
      controller.close()
    },
  })
  const streamed = await app.request(`/api/pages/${page.id}/images`, {
    method: 'POST',
    headers: { origin: HERE, 'x-asked-by': world.ada.memberId },
    body: parts,
    duplex: 'half',
  })
  expect(streamed.status).toBe(413)
  expect(await keptFiles()).toEqual([])
})

test('What an image hides is gone for good at once: from every file, every older version and every page.', async () => {
  const page = await world.makePage('Open')
  const secret = await take(world.ada, page, await picture('red'))
  await put(page, secret.fileId)
  granted(await world.ask(world.ada, keepVersion, { params: { pageId: page.id }, body: { name: 'Before' } }))
  const cover = await take(world.ben, page, await picture('#808080'), secret.fileId)
  expect(cover.covered).toBe(true)
  expect(await keptFiles()).toEqual([cover.fileId])
  const shown = await get(world.ada, secret.fileId)
  expect(shown.headers.get('cache-control')).toBe('private, no-cache')
  expect(await colourOf(shown)).toEqual([0x80, 0x80, 0x80])
})

test('A new picture that covers nothing leaves the old one, so that the test above could fail.', async () => {
  const page = await world.makePage('Open')
  const secret = await take(world.ada, page, await picture('red'))
  await take(world.ben, page, await picture('#808080'))
  expect(await keptFiles()).toContain(secret.fileId)
  expect(await colourOf(await get(world.ada, secret.fileId))).toEqual([255, 0, 0])
})

test('Two who hide something in one image at once: neither sees the old pixels, and both ids show the last.', async () => {
  const page = await world.makePage('Open')
  const secret = await take(world.ada, page, await picture('red'))
  const first = await take(world.ada, page, await picture('#101010'), secret.fileId)
  const second = await take(world.ben, page, await picture('#202020'), secret.fileId)
  expect(await keptFiles()).toEqual([second.fileId])
  for (const { fileId } of [secret, first, second])
    expect(await colourOf(await get(world.ada, fileId))).toEqual([0x20, 0x20, 0x20])
})

test('Nobody destroys an image of a page that they may not write; it is hidden in their own page only.', async () => {
  const { page } = await secretPage()
  const theirs = await take(world.ada, page, await picture('red'))
  const mine = await world.makePage('Mine')
  const cover = await take(world.ben, mine, await picture('#808080'), theirs.fileId)
  expect(cover.covered).toBe(false)
  expect(await colourOf(await get(world.ada, theirs.fileId))).toEqual([255, 0, 0])
})

test('An image stays as long as a page or a version holds it, or a device may bring it back, and then goes.', async () => {
  const page = await world.makePage('Open')
  const [kept, versioned, dropped] = await Promise.all(
    ['red', 'lime', 'blue'].map(async (colour) => take(world.ada, page, await picture(colour))),
  )
  if (!kept || !versioned || !dropped) throw new Error('not taken in')
  await put(page, kept.fileId, versioned.fileId)
  granted(
    await world.ask(world.ada, keepVersion, { params: { pageId: page.id }, body: { name: 'With both' } }),
  )
  await empty(page)
  await put(page, kept.fileId)
  const all = [kept.fileId, versioned.fileId, dropped.fileId].toSorted()
  world.clock.advance(29 * DAY)
  await letGoOfUnneeded(world.context)
  expect(await keptFiles()).toEqual(all)
  world.clock.advance(2 * DAY)
  await letGoOfUnneeded(world.context)
  expect(await keptFiles()).toEqual([kept.fileId, versioned.fileId].toSorted())
  expect((await get(world.ada, dropped.fileId)).status).toBe(404)
})

test('VER-11 Erasing the past of a page lets go of what stands in it no more, and of nothing that another page shows.', async () => {
  const page = await world.makePage('Keys')
  const other = await world.makePage('Other')
  const [stands, gone, elsewhere] = await Promise.all(
    ['red', 'lime', 'blue'].map(async (colour) => take(world.ada, page, await picture(colour))),
  )
  if (!stands || !gone || !elsewhere) throw new Error('not taken in')
  await put(page, stands.fileId, gone.fileId, elsewhere.fileId)
  await put(other, elsewhere.fileId)
  granted(await world.ask(world.ada, keepVersion, { params: { pageId: page.id }, body: { name: 'All' } }))
  await empty(page)
  await put(page, stands.fileId)
  world.clock.advance(HOUR)
  granted(await world.ask(world.ada, eraseHistory, { params: { pageId: page.id }, body: { title: 'Keys' } }))
  expect(await keptFiles()).toEqual([stands.fileId, elsewhere.fileId].toSorted())
})

test('What a server that ended left behind is finished by the next: bytes that were given up, and bytes nobody owns.', async () => {
  const page = await world.makePage('Open')
  const { fileId } = await take(world.ada, page, await picture('red'))
  const orphan = '00000000-0000-4000-8000-00000000abcd'
  await world.context.files.put(
    `image/${orphan}`,
    (async function* () {
      yield Uint8Array.of(1)
    })(),
  )
  await letGoOfUnneeded(world.context)
  expect(await keptFiles()).toEqual([fileId, orphan].toSorted())
  world.clock.advance(2 * DAY)
  await world.context.db.writer.insertInto('imageDebt').values({ fileId }).execute()
  await letGoOfUnneeded(world.context)
  expect(await keptFiles()).toEqual([])
})

test('Of one member only so many pictures wait at once; whoever brings more is told to wait.', async () => {
  const page = await world.makePage('Open')
  const file = await picture('red', 300, 300)
  const answers = await Promise.all(Array.from({ length: 24 }, () => send(world.ada, page, file)))
  const statuses = answers.map(({ status }) => status)
  expect(statuses.filter((status) => status === 429).length).toBe(4)
  expect(statuses.filter((status) => status === 200).length).toBe(20)
  expect((await send(world.ben, page, file)).status).toBe(200)
})

test('A picture for which there is no room is refused, and what is there stays; a covered one takes none.', async () => {
  const page = await world.makePage('Open')
  const first = await take(world.ada, page, await picture('red'))
  const { quota } = world.context
  const together = await quota.taken(world.context.db.read)
  const full = createHttpApp({ publicUrl: HERE, log: world.context.log, identify: async () => world.ada })
  imageRoutes(full, { ...world.context, quota: { ...quota, together } })
  const refused = await full.request(`/api/pages/${page.id}/images`, {
    method: 'POST',
    headers: { origin: HERE },
    body: await picture('blue'),
  })
  expect([refused.status, await refused.json()]).toMatchObject([413, { reason: 'image.no-room' }])
  expect((await get(world.ada, first.fileId)).status).toBe(200)
  await take(world.ada, page, await picture('red'), first.fileId)
  expect(await quota.taken(world.context.db.read)).toBe(together)
})
