import { type FileId, fileId as idOfFile } from '@rondo/shared/kernel/id.ts'
import type { Refusal } from '@rondo/shared/kernel/refusal.ts'
import { fileAddress } from '@rondo/shared/media/model.ts'
import type { Context as HonoContext } from 'hono'
import { NOWHERE, permit } from '../circle/index.ts'
import type { HttpApp, HttpEnv } from '../platform/http/http-app.ts'
import { NOT_SIGNED_IN, problem } from '../platform/http/problem.ts'
import { contentOf } from './content.ts'
import { dispositionOf } from './disposition.ts'
import type { MediaContext } from './media-context.ts'
import { rangeOf } from './range.ts'
import { type FileRow, findFile } from './store.ts'
import { ABSENT } from './uploads.ts'

/** What a file is opened with: nothing in it runs, loads or asks, whatever it is and whoever navigates to it. */
const SANDBOX = "sandbox; default-src 'none'; media-src 'self'; img-src 'self'; style-src 'unsafe-inline'"

const PATH = fileAddress(':fileId' as FileId)

/** Whole files. Who may read is asked each time: a browser keeps a copy, and asks before it shows it again. */
export const fileRoutes = (app: HttpApp, context: MediaContext): void => {
  app.get(PATH, async (c) => {
    c.set('pathTemplate', PATH)
    c.header('Cache-Control', 'private, no-cache')
    c.header('Vary', 'Cookie')
    const found = await readable(c, context)
    return 'code' in found ? problem(c, found) : answer(c, context, found)
  })
}

const readable = async (c: HonoContext<HttpEnv>, { db }: MediaContext): Promise<FileRow | Refusal> => {
  const actor = await c.get('identify')()
  if (actor === null) return NOT_SIGNED_IN
  const id = idOfFile.safeParse(c.req.param('fileId'))
  const file = id.success ? await findFile(db.read, id.data) : undefined
  const permitted = await permit(db.read, actor, 'read', file?.circleId ?? NOWHERE, ABSENT)
  if (!permitted.ok) return permitted.refusal
  return file?.state === 'whole' ? file : ABSENT
}

const answer = (c: HonoContext<HttpEnv>, context: MediaContext, file: FileRow): Response => {
  const { id, bytes, type, label } = file
  const etag = `"${id}"`
  c.header('ETag', etag)
  c.header('Content-Security-Policy', SANDBOX)
  if ((c.req.header('if-none-match') ?? '').includes(etag)) return c.body(null, 304)
  c.header('Accept-Ranges', 'bytes')
  c.header('Content-Type', type ?? 'application/octet-stream')
  c.header('Content-Disposition', dispositionOf(label, c.req.query('download') === undefined))
  const isSame = [undefined, etag].includes(c.req.header('if-range'))
  const range = isSame ? rangeOf(c.req.header('range'), bytes) : 'all'
  if (range === 'nothing') {
    c.header('Content-Range', `bytes */${bytes}`)
    return c.body(null, 416)
  }
  const span = range === 'all' ? { from: 0, to: bytes } : range
  c.header('Content-Length', String(span.to - span.from))
  if (range !== 'all') c.header('Content-Range', `bytes ${span.from}-${span.to - 1}/${bytes}`)
  const status = range === 'all' ? 200 : 206
  if (c.req.method === 'HEAD') return c.body(null, status)
  return c.body(streamOf(contentOf(context, id, span)), status)
}

/** Reads on when the browser has taken what there is, and stops when it goes away. */
const streamOf = (
  content: AsyncGenerator<Uint8Array<ArrayBuffer>>,
): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream({
    pull: async (controller) => {
      const next = await content.next()
      if (next.done === true) controller.close()
      else controller.enqueue(next.value)
    },
    cancel: async () => {
      await content.return(undefined)
    },
  })
