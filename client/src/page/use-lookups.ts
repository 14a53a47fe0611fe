import { readLinks } from '@rondo/shared/document/read-references.ts'
import type { CircleId, MemberId, PageId } from '@rondo/shared/kernel/id.ts'
import { createPage, listPages, readTitles } from '@rondo/shared/page/contract.ts'
import type { PageSummary } from '@rondo/shared/page/model.ts'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type * as Y from 'yjs'
import { type Person, useGuest, usePeople } from '../account/index.ts'
import type { Lookups, MemberFound } from '../editor/surroundings.ts'
import { asking } from '../platform/ask.ts'
import { call } from '../platform/http.ts'
import { initialsOf } from '../ui/avatar/initials.ts'
import { useReading } from './use-reading.ts'

const MOST_TITLES = 200
const MOST_FOUND = 8

const look = (member: Person): MemberFound => ({
  id: member.id,
  name: member.name,
  initials: initialsOf(member.name),
  colour: member.colour,
})

/** For comparing what somebody typed: neither case nor accents count. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/** Only members are named in a page: they can be told of it, and asked for what is theirs to do. */
const byName = (people: ReadonlyMap<MemberId, Person>, query: string): MemberFound[] =>
  [...people.values()]
    .filter(({ isGuest }) => !isGuest)
    .filter((member) =>
      plain(member.name)
        .split(/\s+/u)
        .concat(plain(member.name))
        .some((word) => word.startsWith(plain(query))),
    )
    .slice(0, MOST_FOUND)
    .map(look)

/** How the people and pages that stand in a document by id are named and found, for its reader. */
export function useLookups(doc: Y.Doc, circleId: CircleId | null): Lookups {
  const client = useQueryClient()
  const people = usePeople()
  const isGuest = useGuest() !== undefined
  const titles = useTitles(doc, isGuest)
  return useMemo(
    (): Lookups => ({
      member: (id) => {
        const person = people.get(id)
        return person === undefined ? undefined : look(person)
      },
      page: titles,
      searchMembers: (query) => byName(people, query),
      searchPages: async (query) => {
        if (isGuest) return []
        const found = await client.fetchQuery(asking(listPages, { query: { title: query } }))
        return found.pages.slice(0, MOST_FOUND).map(({ id, title }) => ({ id, title }))
      },
      createPage: isGuest
        ? undefined
        : async (title) => {
            const page = await call(createPage, { body: { title, circleId } })
            await client.invalidateQueries({ queryKey: [listPages.path] })
            return page.id
          },
    }),
    [client, people, titles, circleId, isGuest],
  )
}

/** The titles of the pages that a document links to; what was asked for and not given is not for this reader. */
function useTitles(doc: Y.Doc, isGuest: boolean): Lookups['page'] {
  const links = useReading(doc, readLinks)
  const ids = useMemo(() => links.slice(0, MOST_TITLES).toSorted(), [links])
  const { data } = useQuery({
    ...asking(readTitles, { body: { ids } }),
    enabled: ids.length > 0 && !isGuest,
    placeholderData: keepPreviousData,
  })
  return useMemo(
    () => (isGuest ? () => 'restricted' : titlesOf(data?.pages, ids)),
    [isGuest, data?.pages, ids],
  )
}

function titlesOf(pages: readonly PageSummary[] | undefined, asked: readonly PageId[]): Lookups['page'] {
  if (pages === undefined) return () => undefined
  const byId = new Map(pages.map((page) => [page.id, page]))
  return (id) => byId.get(id) ?? (asked.includes(id) ? 'restricted' : undefined)
}
