/**
 * The bytes of uploads, by the core of tus 1.0.0 and its termination extension (https://tus.io/protocols/resumable-upload).
 * An upload is created by the room that wants it, with a contract of its own and our own words for what is refused.
 */
import { type FileId, fileId as idOfFile } from '@rondo/shared/kernel/id.ts'
import { type Refusal, refuse } from '@rondo/shared/kernel/refusal.ts'
import { UPLOAD_CHUNK, uploadAddress } from '@rondo/shared/media/model.ts'
import type { Context as HonoContext } from 'hono'
import type { HttpApp, HttpEnv, Principal } from '../platform/http/http-app.ts'
import { NOT_SIGNED_IN, problem } from '../platform/http/problem.ts'
import { Intake } from './intake.ts'
import type { MediaContext, Receivers } from './media-context.ts'
import { receive } from './receive.ts'
import type { FileRow } from './store.ts'
import { Underway } from './underway.ts'
import { ABSENT, arrivingFor, endUpload } from './uploads.ts'

const TUS = { 'Tus-Resumable': '1.0.0', 'Cache-Control': 'no-store' }
const PATH = uploadAddress(':fileId' as FileId)
const BYTES = 'application/offset+octet-stream'

/** Others than our own browsers may put more into one request, as long as it is over before it is given up. */
const MOST_AT_ONCE = 4 * UPLOAD_CHUNK

const ELSEWHERE = refuse(
  'conflict',
  'The upload goes on at another place than this. Ask how much of it is here, and go on from there.',
  { reason: 'media.other-offset' },
).refusal

const NOT_TUS = refuse(
  'invalid',
  'An upload is brought by the tus protocol 1.0.0, with PATCH and its headers.',
  {
    reason: 'media.not-tus',
  },
).refusal

const TOO_MUCH_AT_ONCE = refuse('too-large', 'Bring an upload in pieces of at most 16 MiB.', {
  reason: 'media.too-much-at-once',
}).refusal

interface Asked {
  readonly c: HonoContext<HttpEnv>
  readonly file: FileRow
  readonly signal: AbortSignal
}

export const uploadRoutes = (app: HttpApp, context: MediaContext, receivers: Receivers): void => {
  const underway = new Underway()
  const on = (method: string, handle: (asked: Asked) => Promise<Response>) => {
    app.on(method, PATH, async (c) => {
      c.set('pathTemplate', PATH)
      for (const [name, value] of Object.entries(TUS)) c.header(name, value)
      const actor = await c.get('identify')()
      const id = idOfFile.safeParse(c.req.param('fileId'))
      if (actor === null) return problem(c, NOT_SIGNED_IN)
      if (!id.success) return problem(c, ABSENT)
      if (c.req.header('tus-resumable') !== TUS['Tus-Resumable']) return problem(c, NOT_TUS)
      // Whose it is is asked before anybody else's request is ended for it.
      const before = await arrivingFor(context.db.read, receivers, actor, id.data)
      if (!before.ok) return problem(c, before.refusal)
      return underway.takeOver(id.data, (signal) => within(c, actor, id.data, signal, handle))
    })
  }
  const within = async (
    c: HonoContext<HttpEnv>,
    actor: Principal,
    id: FileId,
    signal: AbortSignal,
    handle: (asked: Asked) => Promise<Response>,
  ): Promise<Response> => {
    const found = await arrivingFor(context.db.read, receivers, actor, id)
    return found.ok ? handle({ c, file: found.value, signal }) : problem(c, found.refusal)
  }
  // Hono answers HEAD with what it has for GET, without the body.
  on('GET', async ({ c, file }) => {
    c.header('Upload-Offset', String(file.received))
    c.header('Upload-Length', String(file.bytes))
    return c.body(null, 200)
  })
  on('PATCH', (asked) => bring(context, receivers, asked))
  on('DELETE', async ({ c, file }) => {
    await endUpload(context, file)
    return c.body(null, 204)
  })
}

const whyNot = ({ c, file }: Asked): Refusal | null => {
  if (c.req.header('content-type') !== BYTES) return NOT_TUS
  if (c.req.header('upload-offset') !== String(file.received)) return ELSEWHERE
  return Number(c.req.header('content-length') ?? 0) > MOST_AT_ONCE ? TOO_MUCH_AT_ONCE : null
}

const bring = async (context: MediaContext, receivers: Receivers, asked: Asked): Promise<Response> => {
  const { c, file, signal } = asked
  const refusal = whyNot(asked)
  if (refusal !== null) return problem(c, refusal)
  const receiver = receivers[file.purpose]
  const body = c.req.raw.body
  if (receiver === undefined) return problem(c, ABSENT)
  if (file.state === 'whole' || body === null) return safe(c, file.received)
  const intake = new Intake(body, signal)
  try {
    const received = await receive(context, receiver, file, intake)
    return received.ok ? safe(c, received.value) : problem(c, received.refusal)
  } finally {
    intake.close()
  }
}

const safe = (c: HonoContext<HttpEnv>, received: number): Response => {
  c.header('Upload-Offset', String(received))
  return c.body(null, 204)
}
