import { createCircle } from '@rondo/shared/circle/contract.ts'
import { formatIn } from '@rondo/shared/format/presets.ts'
import { scheduleMeeting } from '@rondo/shared/meeting/contract.ts'
import { comeInvited, foundWorkspace } from '../world/people.ts'
import { type Rondo, startRondo } from '../world/rondo.ts'
import type { Visitor } from '../world/visitor.ts'
import type { Target } from './target.ts'

/** The whole product, with the page of one scheduled meeting and three members who write on it. */
export class Product implements Target {
  readonly #fault: string | null
  #rondo: Rondo | null = null
  #members: readonly Visitor[] = []
  documents: readonly string[] = []

  constructor(fault: 'ack-before-commit' | null) {
    this.#fault = fault
  }

  get origin(): string {
    return this.#rondo?.origin ?? ''
  }

  async start(): Promise<void> {
    if (this.#rondo !== null) return this.#rondo.start()
    this.#rondo = await startRondo(this.#fault === null ? {} : { env: { RONDO_FAULT: this.#fault } })
    await this.#furnish(this.#rondo.origin)
  }

  async kill(): Promise<void> {
    await this.#rondo?.kill()
  }

  async dispose(): Promise<void> {
    await this.#rondo?.dispose()
  }

  cookieOf(member: number): string {
    return this.#members[member % this.#members.length]?.cookie ?? ''
  }

  async #furnish(origin: string): Promise<void> {
    const owner = await foundWorkspace(origin)
    const circle = await owner.ask(createCircle, {
      body: { name: 'Crashes', purpose: 'To see what is left.', timeZone: 'Europe/Berlin' },
    })
    const guests: Visitor[] = []
    for (const name of ['Jonas Weber', 'Mei Chen']) {
      guests.push(await comeInvited(owner, name, { circleId: circle.id }))
    }
    const { segments } = formatIn('en', 'brown-bag')
    const meeting = await owner.ask(scheduleMeeting, {
      params: { circleId: circle.id },
      body: { title: 'One crash', format: 'brown-bag', startsAt: Date.now(), segments },
    })
    this.#members = [owner, ...guests]
    this.documents = [meeting.documentId]
  }
}
