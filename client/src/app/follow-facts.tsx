import { readSession } from '@rondo/shared/account/contract.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { keyOf } from '../platform/ask.ts'
import { takeShownFromDevice } from '../platform/remembered.ts'
import { live } from '../platform/use-live.ts'
import { useAccount } from './session.ts'
import { staleAfter } from './stale-after.ts'

/** Listens while somebody is signed in, and has what a fact made stale asked again where it is on screen. */
export function FollowFacts() {
  const queries = useQueryClient()
  const signedIn = useAccount() !== undefined
  useEffect(() => {
    if (!signedIn) return
    const end = live.subscribe((news) => {
      if (news.kind === 'reset') void queries.invalidateQueries()
      else for (const queryKey of staleAfter(news.fact)) void queries.invalidateQueries({ queryKey })
    })
    live.start()
    return () => {
      end()
      live.stop()
    }
  }, [signedIn, queries])
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
