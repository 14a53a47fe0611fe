import * as contract from '@rondo/shared/circle/contract.ts'
import type { PastMeeting } from '@rondo/shared/circle/drift.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import type { CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import { accept } from '@rondo/shared/kernel/refusal.ts'
import { temporaryContext } from '../journal/temporary-context.ts'
import { granted, temporaryApp, temporaryPeople } from '../journal/temporary-people.ts'
import { transact } from '../platform/db/database.ts'
import type { Principal } from '../platform/http/http-app.ts'
import type { CircleNeighbours, StoryToWrite } from './neighbours.ts'
import { circleRoutes } from './routes.ts'

const NAMES = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gus', 'Hana'] as const

/** What a test says of the rooms above: which meetings there were, and who leads next. */
interface Surroundings {
  meetings: PastMeeting[]
  leads: MemberId | null
  isMeeting: boolean
  stories: StoryToWrite[]
}

/** For tests: eight people, a clock moved by hand, and circles of as many of them as are wanted. */
export const temporaryCircles = async () => {
  const context = await temporaryContext()
  const people = await temporaryPeople(context, NAMES)
  const around: Surroundings = { meetings: [], leads: null, isMeeting: false, stories: [] }
  const neighbours: CircleNeighbours = {
    pastMeetings: async () => around.meetings,
    isMeeting: async () => around.isMeeting,
    nextFacilitator: async () => around.leads,
    closeToGuests: async () => undefined,
    writeStory: async (_, story, claim) => {
      const pageId = context.ids.next<'page'>()
      const claimed = await transact(context.db, (tx) => claim(tx, pageId))
      if (!claimed.ok) return claimed
      around.stories.push(story)
      return accept(pageId)
    },
  }
  const ask = temporaryApp(context, people, (app) => circleRoutes(app, context, neighbours))
  const who = (index: number): Principal => {
    const person = people[index]
    if (person === undefined) throw new Error(`There are ${people.length} people.`)
    return person
  }
  /** A circle whose host is the first of the eight, with as many seats as asked for. */
  const circleOf = async (
    size: number,
    described: Partial<Pick<Circle, 'visibility' | 'seatLimit' | 'status' | 'purpose'>> = {},
  ) => {
    const about = { name: 'Reading code', purpose: 'We read code together.', timeZone: 'Europe/Berlin' }
    const made = granted(await ask(who(0), contract.createCircle, { body: { ...about, ...described } }))
    const params = { circleId: made.id }
    for (let index = 1; index < size; index += 1) {
      context.clock.advance(1000)
      const body = { memberId: who(index).memberId, beyondLimit: true }
      granted(await ask(who(0), contract.seatMember, { params, body }))
    }
    context.clock.advance(1000)
    return params
  }
  return { context, ask, who, around, circleOf, neighbours }
}

/** A circle that never was. */
export const NOBODYS = { circleId: '11111111-1111-4111-8111-111111111111' as CircleId }
