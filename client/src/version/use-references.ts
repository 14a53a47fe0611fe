import { isId } from '@rondo/shared/document/attributes.ts'
import type { MemberId, PageId } from '@rondo/shared/kernel/id.ts'
import { readTitles } from '@rondo/shared/page/contract.ts'
import type { Change, Piece } from '@rondo/shared/version/model.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useMembers } from '../account/index.ts'
import { asking } from '../platform/ask.ts'

const MOST_TITLES = 200

/** How people and pages in a compared text are called by this reader. */
export interface References {
  readonly member: (id: unknown) => string
  readonly page: (id: unknown) => string
}

export function useReferences(changes: readonly Change[]): References {
  const { t } = useTranslation()
  const members = useMembers()
  const ids = useMemo(() => pagesIn(changes), [changes])
  const { data } = useQuery({ ...asking(readTitles, { body: { ids } }), enabled: ids.length > 0 })
  return useMemo(() => {
    const titles = new Map(data?.pages.map(({ id, title }) => [id, title]))
    return {
      member: (id) =>
        (isId<'member'>(id) ? members.get(id satisfies MemberId)?.name : undefined) ??
        t('editor.unknownMember'),
      page: (id) => (isId<'page'>(id) ? titles.get(id) : undefined) ?? t('editor.restrictedPage'),
    }
  }, [members, data, t])
}

const pagesIn = (changes: readonly Change[]): PageId[] => {
  const found = new Set<PageId>()
  for (const { runs } of changes) {
    for (const { piece } of runs) {
      const id = pageIn(piece)
      if (id !== undefined) found.add(id)
    }
  }
  return [...found].slice(0, MOST_TITLES).toSorted()
}

const pageIn = (piece: Piece): PageId | undefined => {
  if (!('atom' in piece) || piece.atom !== 'pageLink') return undefined
  const { pageId } = piece.attributes
  return isId<'page'>(pageId) ? pageId : undefined
}
