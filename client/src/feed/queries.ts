import { endFeed, listFeeds, renewFeed } from '@rondo/shared/feed/contract.ts'
import { useAsk, useTell } from '../platform/ask.ts'

/** The reader's calendar links, without their secrets. */
export const useFeeds = () => useAsk(listFeeds)

export const useRenewFeed = () => useTell(renewFeed, [listFeeds])

export const useEndFeed = () => useTell(endFeed, [listFeeds])
