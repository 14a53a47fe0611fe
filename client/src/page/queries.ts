import type { InputOf } from '@rondo/shared/kernel/contract.ts'
import type { PageId } from '@rondo/shared/kernel/id.ts'
import { createPage, listPages, readPage, readTitles, renamePage } from '@rondo/shared/page/contract.ts'
import type { Page } from '@rondo/shared/page/model.ts'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { asking, keyOf, useAsk, useTell } from '../platform/ask.ts'
import { call } from '../platform/http.ts'

/** Which pages: of a circle, of a kind, with a part of a title. */
export type PageFilter = NonNullable<InputOf<typeof listPages>['query']>

/** Pages by last change. While a new search runs, the last answer stays. */
export const usePages = (filter: PageFilter) =>
  useQuery({ ...asking(listPages, { query: filter }), placeholderData: keepPreviousData })

export const usePage = (pageId: PageId) => useAsk(readPage, { params: { pageId } })

export const useCreatePage = () => useTell(createPage, [listPages])

interface Rename {
  readonly page: Pick<Page, 'id' | 'title'>
  readonly title: string
}

/** Renames a page, provided nobody else did since it was seen; the answer is the page. */
export function useRenamePage() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ page, title }: Rename) =>
      call(renamePage, { params: { pageId: page.id }, body: { title, was: page.title } }),
    onSuccess: async (page) => {
      client.setQueryData(keyOf(readPage, { params: { pageId: page.id } }), page)
      await client.invalidateQueries({ queryKey: [listPages.path] })
      await client.invalidateQueries({ queryKey: [readTitles.path] })
    },
    onError: (_error, { page }) =>
      client.invalidateQueries({ queryKey: keyOf(readPage, { params: { pageId: page.id } }) }),
  })
}
