import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { bareText } from '../platform/bare-text.ts'

/** Somebody who can be mentioned. */
export interface Mentionable {
  readonly id: MemberId
  readonly name: string
  readonly colour: number
}

const SHOWN = 8

/** People whose name, or a word of it, begins with what was typed; in the order they came in. */
export const matching = <P extends Pick<Mentionable, 'name'>>(people: readonly P[], words: string): P[] => {
  const wanted = bareText(words.trim())
  return people
    .filter(({ name }) => {
      const known = bareText(name)
      return known.startsWith(wanted) || known.split(' ').some((word) => word.startsWith(wanted))
    })
    .slice(0, SHOWN)
}
