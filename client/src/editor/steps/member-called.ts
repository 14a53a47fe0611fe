import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Lookups } from '../surroundings.ts'

/** For comparing names: neither case nor accents count. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/** The only member whose whole name, or one of whose names, this is. Nobody is guessed. */
export const memberCalled = ({ searchMembers }: Lookups, name: string): MemberId | undefined => {
  const found = searchMembers(name)
  if (found instanceof Promise) return undefined
  const wanted = plain(name)
  const whole = found.filter((member) => plain(member.name) === wanted)
  const named =
    whole.length > 0 ? whole : found.filter((one) => plain(one.name).split(/\s+/u).includes(wanted))
  return named.length === 1 ? named[0]?.id : undefined
}
