import type { Member } from '../member.ts'
import type { Showing } from '../presence.ts'
import type { Person } from './topics.ts'

const peopleInMessage = 3

/** The people of one room who are here, as the other servers are told of them. */
export class OwnPeople {
  readonly #tell: (people: Person[]) => void
  readonly #told = new Map<Member, Person>()

  constructor(tell: (people: Person[]) => void) {
    this.#tell = tell
  }

  /** Tells how these are shown from now on. */
  say(shown: readonly Showing[]): void {
    const people = shown.flatMap((showing) => this.#personOf(showing) ?? [])
    for (let i = 0; i < people.length; i += peopleInMessage) this.#tell(people.slice(i, i + peopleInMessage))
  }

  /** Whoever left has no account any more: what was told of them last is taken back. */
  #personOf({ member, clientId, own }: Showing): Person | null {
    const before = this.#told.get(member)
    if (own === null) {
      this.#told.delete(member)
      return before === undefined ? null : { ...before, state: null }
    }
    const { id, name, colour, colourHex, isGuest } = member.account
    const account = { id, name, colour, colourHex, ...(isGuest && { isGuest }) }
    const person = { clientId, account, state: JSON.stringify(own) }
    this.#told.set(member, person)
    return person
  }
}
