import { createCircle, joinCircle } from '@rondo/shared/circle/contract.ts'
import type { Block, CaptureBlock } from '@rondo/shared/document/block.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import type { CaptureId } from '@rondo/shared/kernel/id.ts'
import { createPage } from '@rondo/shared/page/contract.ts'
import type { Page } from '@rondo/shared/page/model.ts'
import type { Doc } from 'yjs'
import { captureProjection, captureRoutes } from '../capture/index.ts'
import { circleRoutes } from '../circle/index.ts'
import { temporaryContext } from '../journal/temporary-context.ts'
import { granted, temporaryApp, temporaryPeople } from '../journal/temporary-people.ts'
import { Mailing, notifyHandlers, notifyRoutes } from '../notify/index.ts'
import { pageRoutes } from '../page/index.ts'
import type { Principal } from '../platform/http/http-app.ts'
import { databaseJobs } from '../platform/jobs/database-jobs.ts'
import { handTimers } from '../platform/jobs/hand-timers.ts'
import { runJobs } from '../platform/jobs/run-jobs.ts'
import { projectDocument } from '../projection/document-projection.ts'
import { temporaryDocuments } from '../projection/temporary-documents.ts'
import { threadRoutes } from '../thread/index.ts'
import { followUpRoutes } from './routes.ts'

export const captureId = (n: number) => `00000000-0000-4000-8000-0000000000c${n}` as CaptureId

/** For tests: a circle of Ada and Ben with a page, Eve outside of it, and everything that captures become. */
export const temporaryFollowUps = async () => {
  const ground = await temporaryContext()
  const timers = handTimers(ground.clock.now())
  const jobs = runJobs(databaseJobs(ground.db), { timers, log: ground.log })
  const documents = temporaryDocuments()
  const context = {
    ...ground,
    clock: timers,
    jobs,
    documents,
    post: null,
    publicUrl: 'http://localhost:3000',
  }
  const people = await temporaryPeople(context, ['Ada', 'Ben', 'Eve'])
  const [ada, ben, eve] = people as [Principal, Principal, Principal]
  const ask = temporaryApp(context, people, (app) => {
    circleRoutes(app, context)
    pageRoutes(app, context)
    captureRoutes(app, context)
    threadRoutes(app, context)
    notifyRoutes(app, context)
    followUpRoutes(app, context)
  })
  jobs.start(notifyHandlers(context, new Mailing(context)))
  const body = { name: 'Reading', purpose: 'To read.', timeZone: 'Europe/Berlin' }
  const circleId = granted(await ask(ada, createCircle, { body })).id
  granted(await ask(ben, joinCircle, { params: { circleId } }))
  const page = granted(await ask(ada, createPage, { body: { title: 'Notes', circleId } }))

  const edit = async (who: Principal, change: (doc: Doc) => void, where: Page = page) => {
    documents.change(where.documentId, who.memberId, change)
    await projectDocument(context, documents, captureProjection(context), where.documentId)
  }
  const caught = (n: number, more: Partial<CaptureBlock> = {}): CaptureBlock => ({
    type: 'capture',
    id: captureId(n),
    kind: 'next',
    line: `Step ${n}`,
    at: 1_000 + n,
    ...more,
  })
  const write = (who: Principal, ...blocks: Block[]) => edit(who, (doc) => appendBlocks(doc, blocks))
  const close = async () => {
    await jobs.stop()
    await ground.close()
  }
  return { context, ask, ada, ben, eve, circleId, page, edit, caught, write, jobs, close }
}
