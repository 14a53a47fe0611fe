import { circleRoutes } from '../circle/index.ts'
import { temporaryContext } from '../journal/temporary-context.ts'
import { temporaryApp, temporaryPeople } from '../journal/temporary-people.ts'
import type { Principal } from '../platform/http/http-app.ts'
import { temporaryDocuments } from '../projection/temporary-documents.ts'
import { pageRoutes } from './routes.ts'

/** For tests: two people who may make circles and pages, with documents in memory. */
export const temporaryPages = async () => {
  const context = { ...(await temporaryContext()), documents: temporaryDocuments() }
  const people = await temporaryPeople(context, ['Ada', 'Ben'])
  const [ada, ben] = people as [Principal, Principal]
  const ask = temporaryApp(context, people, (app) => {
    circleRoutes(app, context)
    pageRoutes(app, context)
  })
  return { context, ask, ada, ben }
}
