import * as agreement from '@rondo/shared/circle/agreement-contract.ts'
import * as contract from '@rondo/shared/circle/contract.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Sessions } from '../account/index.ts'
import { circleRoutes } from '../circle/index.ts'
import { temporaryContext } from '../journal/temporary-context.ts'
import { granted, temporaryApp, temporaryPeople } from '../journal/temporary-people.ts'
import { createPage, type Documents } from '../page/index.ts'
import type { Principal } from '../platform/http/http-app.ts'
import { documentAccess } from './document-access.ts'

let context: Awaited<ReturnType<typeof temporaryContext>>
let ask: ReturnType<typeof temporaryApp>
let people: Principal[]
beforeEach(async () => {
  context = await temporaryContext()
  people = await temporaryPeople(context, ['Ada', 'Ben', 'Eve'])
  ask = temporaryApp(context, people, (app) => circleRoutes(app, context))
})
afterEach(() => context.close())

const person = (index: number): Principal => {
  const found = people[index]
  if (found === undefined) throw new Error('There is nobody.')
  return found
}

/** Documents that only count as made: who may open one is asked of the tables alone. */
const documents: Documents = {
  create: async () => true,
  read: async () => null,
  write: async () => null,
  authors: async () => new Map(),
  state: async () => null,
  people: () => [],
}

const noGuests = { read: async () => null, stayOf: async () => null }

/** A page of a new circle, and what its document answers to whoever connects. */
const pageOf = async (visibility: 'open' | 'confidential') => {
  const about = { name: 'Reading code', purpose: 'We read.', timeZone: 'Europe/Berlin', visibility }
  const circle = granted(await ask(person(0), contract.createCircle, { body: about }))
  const made = await createPage({ ...context, documents }, person(0), { title: 'Notes', circleId: circle.id })
  if (!made.ok) throw new Error(made.refusal.detail)
  const { documentId } = made.value
  const modeOf = async (index: number) => {
    const sessions = { read: async () => person(index) } as Pick<Sessions, 'read'> as Sessions
    const answer = await documentAccess(context, sessions, noGuests).authorize({
      cookieHeader: '',
      documentId,
    })
    return answer.kind === 'granted' ? answer.mode : answer.kind
  }
  return { params: { circleId: circle.id }, modeOf }
}

test('A newcomer reads a document until they accept what was agreed, and nobody who was there is locked out.', async () => {
  const { params, modeOf } = await pageOf('confidential')
  expect([await modeOf(0), await modeOf(1)]).toEqual(['write', 'absent'])
  granted(
    await ask(person(0), agreement.proposeAgreement, { params, body: { clauses: ['On time.'], from: 0 } }),
  )
  context.clock.advance(1000)
  granted(await ask(person(0), contract.seatMember, { params, body: { memberId: person(1).memberId } }))
  expect([await modeOf(0), await modeOf(1), await modeOf(2)]).toEqual(['write', 'read', 'absent'])
  granted(await ask(person(1), agreement.acceptAgreement, { params, body: { version: 1 } }))
  expect(await modeOf(1)).toBe('write')
})

test('The documents of an archived circle are read by all who could, and written by nobody.', async () => {
  const { params, modeOf } = await pageOf('open')
  granted(await ask(person(1), contract.joinCircle, { params }))
  expect([await modeOf(0), await modeOf(1), await modeOf(2)]).toEqual(['write', 'write', 'read'])
  for (const [from, to] of [
    ['active', 'closing'],
    ['closing', 'archived'],
  ] as const)
    granted(await ask(person(0), contract.moveCircle, { params, body: { from, to } }))
  expect([await modeOf(0), await modeOf(1), await modeOf(2)]).toEqual(['read', 'read', 'read'])
})
