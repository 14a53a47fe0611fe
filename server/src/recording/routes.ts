import { recordingId as idOfRecording, type RecordingId } from '@rondo/shared/kernel/id.ts'
import * as contract from '@rondo/shared/recording/contract.ts'
import { captionsAddress } from '@rondo/shared/recording/model.ts'
import type { MediaContext } from '../media/index.ts'
import type { HttpApp } from '../platform/http/http-app.ts'
import { NOT_SIGNED_IN, problem } from '../platform/http/problem.ts'
import { route } from '../platform/http/route.ts'
import { captionsOf } from './captions.ts'
import * as commands from './commands.ts'
import * as queries from './queries.ts'
import { searchTranscripts } from './search.ts'
import * as transcripts from './transcript-commands.ts'

export const recordingRoutes = (app: HttpApp, context: MediaContext): void => {
  route(app, contract.listRecordings, ({ actor, params }) =>
    queries.listRecordings(context, actor, params.meetingId),
  )
  route(app, contract.addLink, ({ actor, params, body }) =>
    commands.addLink(context, actor, params.meetingId, body),
  )
  route(app, contract.beginUpload, ({ actor, params, body }) =>
    commands.beginUpload(context, actor, params.meetingId, body),
  )
  route(app, contract.changeRecording, ({ actor, params, body }) =>
    commands.changeRecording(context, actor, params.recordingId, body),
  )
  route(app, contract.removeRecording, ({ actor, params }) =>
    commands.removeRecording(context, actor, params.recordingId),
  )
  route(app, contract.readTranscript, ({ actor, params }) =>
    queries.readTranscript(context, actor, params.recordingId),
  )
  route(app, contract.putTranscript, ({ actor, params, body }) =>
    transcripts.putTranscript(context, actor, params.recordingId, body),
  )
  route(app, contract.renameSpeaker, ({ actor, params, body }) =>
    transcripts.renameSpeaker(context, actor, params, body),
  )
  route(app, contract.searchTranscripts, ({ actor, query }) => searchTranscripts(context, actor, query))
  captionRoute(app, context)
}

const CAPTIONS = captionsAddress(':recordingId' as RecordingId, ':version')

/** What a player reads by itself, so it is a file and no contract. */
const captionRoute = (app: HttpApp, context: MediaContext): void => {
  app.get(CAPTIONS, async (c) => {
    c.set('pathTemplate', CAPTIONS)
    c.header('Cache-Control', 'private, no-cache')
    c.header('Vary', 'Cookie')
    const actor = await c.get('identify')()
    if (actor === null) return problem(c, NOT_SIGNED_IN)
    const id = idOfRecording.safeParse(c.req.param('recordingId'))
    if (!id.success) return problem(c, queries.ABSENT)
    const read = await queries.readTranscript(context, actor, id.data)
    if (!read.ok) return problem(c, read.refusal)
    const text = captionsOf(read.value.cues, read.value.speakers)
    return c.body(text, 200, { 'Content-Type': 'text/vtt; charset=utf-8' })
  })
}
