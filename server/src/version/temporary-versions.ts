import { createPage } from '@rondo/shared/page/contract.ts'
import type { Page } from '@rondo/shared/page/model.ts'
import { circleRoutes } from '../circle/index.ts'
import { bytesOfImages } from '../image/index.ts'
import { temporaryContext } from '../journal/temporary-context.ts'
import { granted, temporaryApp, temporaryPeople } from '../journal/temporary-people.ts'
import { pageRoutes } from '../page/index.ts'
import { memoryFiles } from '../platform/files/memory-files.ts'
import type { Principal } from '../platform/http/http-app.ts'
import { temporaryDocuments } from '../projection/temporary-documents.ts'
import { HandClock } from '../sync/testing/hand-clock.ts'
import { versionRoutes } from './routes.ts'

/** For tests: three people, pages with documents in memory, and a clock whose timers run when it is turned. */
export const temporaryVersions = async () => {
  const base = await temporaryContext()
  const clock = new HandClock()
  const documents = temporaryDocuments()
  const erased: string[] = []
  const context = {
    ...base,
    clock,
    files: memoryFiles(() => clock.now()),
    quota: { together: 10_000_000, taken: bytesOfImages },
    documents: { ...documents, erase: async (documentId: string) => void erased.push(documentId) },
  }
  const people = await temporaryPeople(context, ['Ada', 'Ben', 'Cleo'])
  const [ada, ben, cleo] = people as [Principal, Principal, Principal]
  const ask = temporaryApp(context, people, (app) => {
    circleRoutes(app, context)
    pageRoutes(app, context)
    versionRoutes(app, context)
  })
  const makePage = async (title: string, circleId: string | null = null): Promise<Page> =>
    granted(await ask(ada, createPage, { body: { title, circleId } }))
  return { ...base, context, clock, documents, erased, ask, makePage, ada, ben, cleo }
}
