import * as contract from '@rondo/shared/cadence/contract.ts'
import type { CadencePlan } from '@rondo/shared/cadence/model.ts'
import { createCircle, joinCircle } from '@rondo/shared/circle/contract.ts'
import { MINUTE } from '@rondo/shared/kernel/time.ts'
import { circleRoutes } from '../circle/index.ts'
import { temporaryContext } from '../journal/temporary-context.ts'
import { granted, temporaryApp, temporaryPeople } from '../journal/temporary-people.ts'
import { meetingRoutes, rotaMeetings } from '../meeting/index.ts'
import { pageRoutes } from '../page/index.ts'
import type { HttpApp } from '../platform/http/http-app.ts'
import { temporaryDocuments } from '../projection/temporary-documents.ts'
import { rotationRoutes } from '../rotation/index.ts'
import { cadenceRoutes } from './routes.ts'

/** Thursday evenings, from the day after the one on which the clock of a temporary context stands. */
export const thursdays: CadencePlan = {
  title: 'Reading evening',
  format: 'learning-circle',
  rule: 'FREQ=WEEKLY;BYDAY=TH',
  startsOn: '2026-03-06',
  times: ['19:00'],
  exceptions: [],
}

/** For tests: a circle in Berlin with a host and a member, one who is not in it, and what they may ask. */
export const temporaryCadence = async (more: (app: HttpApp, context: Context) => void = () => undefined) => {
  const context = { ...(await temporaryContext()), documents: temporaryDocuments() }
  const people = await temporaryPeople(context, ['Ada', 'Ben', 'Eve'])
  const [ada, ben, eve] = people
  if (ada === undefined || ben === undefined || eve === undefined)
    throw new Error('Three people were asked for')
  const ask = temporaryApp(context, people, (app) => {
    circleRoutes(app, context)
    rotationRoutes(app, context, rotaMeetings)
    pageRoutes(app, context)
    meetingRoutes(app, context)
    cadenceRoutes(app, context)
    more(app, context)
  })
  const body = { name: 'Reading', purpose: 'To read.', timeZone: 'Europe/Berlin' }
  const circleId = granted(await ask(ada, createCircle, { body })).id
  context.clock.advance(MINUTE)
  const params = { circleId }
  granted(await ask(ben, joinCircle, { params }))
  const read = async () => granted(await ask(ben, contract.readCadence, { params }))
  const set = async (change: Partial<CadencePlan> = {}) => {
    const { version: from } = await read()
    return granted(await ask(ada, contract.setCadence, { params, body: { ...thursdays, ...change, from } }))
  }
  return { context, ask, ada, ben, eve, circleId, params, read, set }
}

type Context = Awaited<ReturnType<typeof temporaryContext>> & {
  documents: ReturnType<typeof temporaryDocuments>
}
