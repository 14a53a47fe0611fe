import * as contract from '@rondo/shared/image/contract.ts'
import { MAX_IMAGE_BYTES } from '@rondo/shared/image/model.ts'
import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { HttpApp, HttpEnv, Principal } from '../platform/http/http-app.ts'
import { NOT_SIGNED_IN, problem } from '../platform/http/problem.ts'
import { takeInImage } from './commands.ts'
import type { ImageContext, IntakeContext } from './image-context.ts'
import { bytesOf, imageFor, type ShownImage } from './queries.ts'
import { ABSENT, ABSENT_PAGE, TOO_LARGE } from './rules.ts'
import { Turns } from './turns.ts'

const limited = bodyLimit({ maxSize: MAX_IMAGE_BYTES, onError: (c) => problem(c, TOO_LARGE.refusal) })

/** What comes and goes here are bytes, so these two answer by themselves. */
export const imageRoutes = (app: HttpApp, context: IntakeContext): void => {
  const turns = new Turns()
  const { takeInImage: taking, readImage: reading } = contract
  app.post(taking.path, noted(taking.path), forMembers, limited, (c) => takeIn(c, context, turns))
  app.get(reading.path, noted(reading.path), (c) => show(c, context))
}

const noted =
  (path: string): MiddlewareHandler<HttpEnv> =>
  async (c, next) => {
    c.set('pathTemplate', path)
    c.header('Vary', 'Cookie')
    await next()
  }

/** Asks who it is before anything else is read. */
const forMembers: MiddlewareHandler<HttpEnv> = async (c, next) =>
  (await c.get('identify')()) === null ? problem(c, NOT_SIGNED_IN) : next()

const actorOf = async (c: HonoContext<HttpEnv>): Promise<Principal> => {
  const actor = await c.get('identify')()
  if (actor === null) throw new Error('A route for members was asked by nobody.')
  return actor
}

const takeIn = async (c: HonoContext<HttpEnv>, context: IntakeContext, turns: Turns): Promise<Response> => {
  const params = contract.takeInImage.params?.safeParse(c.req.param())
  const query = contract.takeInImage.query?.safeParse(c.req.query())
  if (!params?.success) return problem(c, ABSENT_PAGE.refusal)
  if (!query?.success) return problem(c, ABSENT.refusal)
  const actor = await actorOf(c)
  // The file is read when its turn has come: so many of them are in memory at once, and no more.
  const taken = await turns.take(actor.memberId, async () =>
    takeInImage(context, actor, {
      pageId: params.data.pageId,
      covers: query.data.covers,
      file: new Uint8Array(await c.req.arrayBuffer()),
    }),
  )
  c.header('Cache-Control', 'private, no-store')
  return taken.ok ? c.json(taken.value) : problem(c, taken.refusal)
}

const show = async (c: HonoContext<HttpEnv>, context: ImageContext): Promise<Response> => {
  const params = contract.readImage.params?.safeParse(c.req.param())
  const actor = (await c.get('identify')()) ?? (await c.get('identifyGuest')())
  if (actor === null) return problem(c, NOT_SIGNED_IN)
  if (!params?.success) return problem(c, ABSENT.refusal)
  const found = await imageFor(context, actor, params.data.fileId)
  if (!found.ok) return problem(c, found.refusal)
  const etag = `"${found.value.image.fileId}"`
  c.header('ETag', etag)
  c.header('Cache-Control', keeping(found.value))
  if (c.req.header('if-none-match') === etag) return c.body(null, 304)
  const file = await bytesOf(context, found.value.image)
  if (!file.ok) return problem(c, file.refusal)
  return c.body(file.value.content, 200, {
    'Content-Type': found.value.image.type,
    'Content-Length': String(file.value.bytes),
    'Content-Disposition': 'inline',
    // Were it ever opened as a page, it could do nothing.
    'Content-Security-Policy': "default-src 'none'; sandbox",
  })
}

/** An id names the same picture for ever, unless another one covers it. */
const keeping = ({ isCover }: ShownImage): string =>
  isCover ? 'private, no-cache' : 'private, max-age=31536000, immutable'
