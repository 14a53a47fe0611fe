import type { Awareness } from 'y-protocols/awareness'

/** Somebody in the document, as the server introduces them. */
export type Person = {
  readonly id: string
  readonly name: string
  /** Place in the palette, 1 to 16. */
  readonly colour: number
  readonly isGuest: boolean
}

const personOf = (state: unknown): Person | null => {
  if (typeof state !== 'object' || state === null) return null
  const user: unknown = Reflect.get(state, 'user')
  if (typeof user !== 'object' || user === null) return null
  const { id, name, colour, isGuest } = user as Partial<Record<keyof Person, unknown>>
  return typeof id === 'string' && typeof name === 'string' && typeof colour === 'number'
    ? { id, name, colour, isGuest: isGuest === true }
    : null
}

/** Everybody else in the document, each once however many tabs they have, by name. */
export const peopleHere = (awareness: Awareness): readonly Person[] => {
  const people = new Map<string, Person>()
  for (const [clientId, state] of awareness.getStates()) {
    const person = clientId === awareness.clientID ? null : personOf(state)
    if (person !== null) people.set(person.id, person)
  }
  return [...people.values()].toSorted((a, b) => a.name.localeCompare(b.name))
}

/** Whether two lists of people show the same. */
export const samePeople = (a: readonly Person[], b: readonly Person[]): boolean =>
  a.length === b.length &&
  a.every((person, i) => {
    const other = b[i]
    return other?.id === person.id && other.name === person.name && other.colour === person.colour
  })
