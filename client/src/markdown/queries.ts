import type { PageId } from '@rondo/shared/kernel/id.ts'
import { exportPage, importPage, replacePage } from '@rondo/shared/markdown/contract.ts'
import { listPages } from '@rondo/shared/page/contract.ts'
import { compareVersions, listVersions } from '@rondo/shared/version/contract.ts'
import { useTell } from '../platform/ask.ts'
import { call } from '../platform/http.ts'

/** The page as a file, as it is now. */
export const fetchFile = (pageId: PageId) => call(exportPage, { params: { pageId } })

export const useImportPage = () => useTell(importPage, [listPages])

export const useReplacePage = () => useTell(replacePage, [listVersions, compareVersions])
