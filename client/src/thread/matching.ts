import type { MemberId } from '@rondo/shared/kernel/id.ts'

/** Somebody who can be mentioned. */
export interface Mentionable {
  readonly id: MemberId
  readonly name: string
  readonly colour: number
}

const SHOWN = 8

/** Letters without accents and case, so that "goncalves" finds Gonçalves. */
const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** People whose name, or a word of it, begins with what was typed; in the order they came in. */
export const matching = <P extends Pick<Mentionable, 'name'>>(people: readonly P[], words: string): P[] => {
  const wanted = bare(words.trim())
  return people
    .filter(({ name }) => {
      const known = bare(name)
      return known.startsWith(wanted) || known.split(' ').some((word) => word.startsWith(wanted))
    })
    .slice(0, SHOWN)
}
