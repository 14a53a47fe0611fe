import type { PageId, VersionId } from '@rondo/shared/kernel/id.ts'
import {
  compareVersions,
  eraseHistory,
  keepVersion,
  listVersions,
  nameVersion,
  readVersion,
  restoreVersion,
} from '@rondo/shared/version/contract.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { asking, useAsk, useTell } from '../platform/ask.ts'

export const useVersions = (pageId: PageId) => useAsk(listVersions, { params: { pageId } })

export const useVersion = (pageId: PageId, versionId: VersionId) =>
  useAsk(readVersion, { params: { pageId, versionId } })

/** What leads from one version to another, or to now. The last answer stays until the next has come. */
export const useChanges = (pageId: PageId, from: VersionId | undefined, to: VersionId | 'now') =>
  useQuery({
    ...asking(compareVersions, {
      params: { pageId },
      query: { to, ...(from === undefined ? {} : { from }) },
    }),
    // The page moves on while somebody reads its history.
    ...(to === 'now' ? { staleTime: 0 } : {}),
    placeholderData: keepPreviousData,
  })

export const useKeepVersion = () => useTell(keepVersion, [listVersions])

export const useNameVersion = () => useTell(nameVersion, [listVersions])

export const useRestoreVersion = () => useTell(restoreVersion, [listVersions, compareVersions])

export const useEraseHistory = () => useTell(eraseHistory, [listVersions, compareVersions, readVersion])
