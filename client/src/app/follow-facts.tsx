import { readSession } from '@rondo/shared/account/contract.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useSelf } from '../account/index.ts'
import { keyOf } from '../platform/ask.ts'
import { takeShownFromDevice } from '../platform/remembered.ts'
import { live } from '../platform/use-live.ts'
import { staleAfter } from './stale-after.ts'

/** Listens while somebody is in, also as a guest, and has what a fact made stale asked again where it is on screen. */
export function FollowFacts() {
  const queries = useQueryClient()
  const isIn = useSelf() !== undefined
  useEffect(() => {
    if (!isIn) return
    const end = live.subscribe((news) => {
      if (news.kind === 'reset') void queries.invalidateQueries()
      else for (const queryKey of staleAfter(news.fact)) void queries.invalidateQueries({ queryKey })
    })
    live.start()
    return () => {
      end()
      live.stop()
    }
  }, [isIn, queries])
  useEffect(
    () =>
      live.watch(() => {
        // A lost connection may have been a lost session: ask who we are.
        if (live.status === 'away') void queries.invalidateQueries({ queryKey: keyOf(readSession) })
        if (live.status !== 'live') return
        for (const queryKey of takeShownFromDevice()) void queries.invalidateQueries({ queryKey })
      }),
    [queries],
  )
  return null
}
