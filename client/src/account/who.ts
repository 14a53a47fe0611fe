import type { Member } from '@rondo/shared/account/model.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { usePeople } from './people.ts'
import { useSelf } from './queries.ts'

/** A person as the reader knows them. */
export interface Who {
  readonly id: MemberId
  /** In full; of a guest it says that they are one. */
  readonly name: string
  /** "You", or the first name where only one person has it. */
  readonly shown: string
  /** The same within a sentence: "you". */
  readonly inText: string
  /** 1 to 16. */
  readonly colour: number
  /** Where their clock stands; undefined for somebody we know nothing of. */
  readonly timeZone: string | undefined
  readonly isMe: boolean
  readonly isGuest: boolean
}

const firstOf = (name: string): string => name.split(' ')[0] ?? name

/** How everybody is called in a list: by first name, and in full where two share it. */
export const calledNames = (
  members: Iterable<Pick<Member, 'id' | 'name'>>,
): ReadonlyMap<MemberId, string> => {
  const all = [...members]
  const bearers = new Map<string, number>()
  for (const { name } of all) bearers.set(firstOf(name), (bearers.get(firstOf(name)) ?? 0) + 1)
  return new Map(all.map(({ id, name }) => [id, bearers.get(firstOf(name)) === 1 ? firstOf(name) : name]))
}

/** Tells who somebody is, by id. Never undefined: whoever is not known yet is "somebody". */
export const useWho = (): ((id: MemberId) => Who) => {
  const { t } = useTranslation()
  const people = usePeople()
  const myId = useSelf()?.id
  return useMemo(() => {
    const called = calledNames([...people.values()].filter(({ isGuest }) => !isGuest))
    return (id) => {
      const person = people.get(id)
      const isMe = id === myId
      const isGuest = person?.isGuest === true
      const given = person?.name ?? t('account.somebody')
      const name = isGuest ? t('ui.guestName', { name: given }) : given
      const shown = called.get(id) ?? name
      return {
        id,
        name,
        shown: isMe ? t('ui.you') : shown,
        inText: isMe ? t('account.you') : shown,
        colour: person?.colour ?? 1,
        timeZone: person?.timeZone,
        isMe,
        isGuest,
      }
    }
  }, [people, myId, t])
}
