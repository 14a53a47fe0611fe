import { setUp } from '@rondo/shared/account/contract.ts'
import { createCircle } from '@rondo/shared/circle/contract.ts'
import { enterAsGuest, makeGuestLink } from '@rondo/shared/guest/contract.ts'
import type { Contract, InputOf, OutputOf } from '@rondo/shared/kernel/contract.ts'
import type { CircleId, MeetingId } from '@rondo/shared/kernel/id.ts'
import { refuse } from '@rondo/shared/kernel/refusal.ts'
import { HOUR } from '@rondo/shared/kernel/time.ts'
import { scheduleMeeting } from '@rondo/shared/meeting/contract.ts'
import { type AccountContext, accountRoutes, createPasswords, createSessions } from '../account/index.ts'
import { captureRoutes } from '../capture/index.ts'
import { circleDoor, circleRoutes } from '../circle/index.ts'
import { temporaryContext } from '../journal/temporary-context.ts'
import { meetingRoutes, rotaMeetings } from '../meeting/index.ts'
import { createHttpApp, type HttpApp } from '../platform/http/http-app.ts'
import { createLogger } from '../platform/log/create-logger.ts'
import { temporaryDocuments } from '../projection/temporary-documents.ts'
import { rotationRoutes } from '../rotation/index.ts'
import { guestDoor } from './door.ts'
import { closeToGuests } from './link-commands.ts'
import { guestRoutes } from './routes.ts'
import { createGuestSessions } from './sessions.ts'

const HERE = 'https://rondo.example.org'
const timeZone = 'Europe/Berlin'

type Input<C> = InputOf<C> & { params?: unknown; body?: unknown }
type Answer<C> = { status: number; text: string; reason?: string; value: OutputOf<C> }

/** A browser with its cookies, as many as it is given. */
export class Jar {
  readonly #app: HttpApp
  readonly cookies = new Map<string, string>()

  constructor(app: HttpApp) {
    this.#app = app
  }

  async ask<C extends Contract>(contract: C, input: Input<C>): Promise<Answer<C>> {
    const params = new Map(Object.entries(Object(input.params)))
    const path = contract.path.replaceAll(/:(\w+)/g, (_, name: string) => String(params.get(name)))
    const body = input.body === undefined ? {} : { body: JSON.stringify(input.body) }
    const cookie = [...this.cookies].map((pair) => pair.join('=')).join('; ')
    const answer = await this.#app.request(path, {
      method: contract.method,
      headers: { origin: HERE, 'content-type': 'application/json', cookie },
      ...body,
    })
    for (const set of answer.headers.getSetCookie()) this.#keep(set)
    const text = await answer.text()
    const json = text === '' ? null : JSON.parse(text)
    return { status: answer.status, text, value: json, ...(json?.reason && { reason: json.reason }) }
  }

  #keep(set: string): void {
    const [name = '', value = ''] = set.split(';')[0]?.split('=') ?? []
    if (value === '') this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}

/** For tests: a workspace with its owner, who hosts a circle with a meeting in an hour, and doors for guests. */
export const temporaryGuests = async () => {
  const lines: string[] = []
  const log = createLogger('debug', { write: (line) => lines.push(line) })
  const ground = { ...(await temporaryContext()), documents: temporaryDocuments(), log }
  const guests = createGuestSessions(ground, HERE)
  const context: AccountContext & typeof ground = {
    ...ground,
    passwords: createPasswords({ memoryKib: 8, passes: 1 }),
    sessions: createSessions(ground, HERE),
    circles: circleDoor(ground),
    guests: guestDoor(ground, guests),
    publicUrl: HERE,
    setUpCode: null,
    fillDemo: async () => refuse('unavailable', 'There is no demo.'),
  }
  const cookieOf = (request: Request) => request.headers.get('cookie') ?? undefined
  const app = createHttpApp({
    log,
    publicUrl: HERE,
    identify: (request) => context.sessions.read(cookieOf(request)),
    identifyGuest: (request) => guests.read(cookieOf(request)),
    checkOutput: true,
  })
  accountRoutes(app, context)
  circleRoutes(app, context, {
    pastMeetings: async () => [],
    isMeeting: async () => false,
    nextFacilitator: async () => null,
    closeToGuests: closeToGuests(context),
    writeStory: async () => refuse('unavailable', 'No story is told here.'),
  })
  rotationRoutes(app, context, rotaMeetings)
  captureRoutes(app, context)
  meetingRoutes(app, context)
  guestRoutes(app, context, guests)
  const ada = new Jar(app)
  const person = { name: 'Ada', email: 'ada@example.org', password: 'a long enough sentence', timeZone }
  const adaId = (await ada.ask(setUp, { body: { workspaceName: 'Orchard', ...person } })).value.id
  const about = { name: 'Reading', purpose: 'To read.', timeZone }
  const circleId: CircleId = (await ada.ask(createCircle, { body: about })).value.id
  const meet = async (title: string): Promise<MeetingId> => {
    const startsAt = ground.clock.now() + HOUR
    const segments = [{ title: 'Round', minutes: 30 }]
    const body = { title, format: 'learning-circle' as const, startsAt, segments }
    return (await ada.ask(scheduleMeeting, { params: { circleId }, body })).value.id
  }
  const meetingId = await meet('Brown-bag')
  const link = async () => {
    const { value } = await ada.ask(makeGuestLink, { params: { meetingId } })
    return { id: value.link.id, url: value.url, token: value.url.split('/').at(-1) ?? '' }
  }
  const come = async (token: string, name = 'Mira Holm', jar = new Jar(app)) => {
    const entered = await jar.ask(enterAsGuest, { body: { token, name, timeZone } })
    return { jar, entered, id: entered.value.id }
  }
  const stranger = () => new Jar(app)
  return { context, guests, lines, ada, adaId, circleId, meetingId, meet, link, come, stranger }
}
