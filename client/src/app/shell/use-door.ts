import { readSession } from '@rondo/shared/account/contract.ts'
import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useAsk } from '../../platform/ask.ts'
import { wouldLoseSomething } from '../../sync/leave-guard.ts'

/**
 * When the session ends while somebody is inside, the guard is asked again and shows the way to the door. Not while this tab
 * holds the only copy of something: then the page itself asks to sign in, in another tab.
 */
export function useDoor(inside: 'signed-in' | 'guest' = 'signed-in'): void {
  const router = useRouter()
  const state = useAsk(readSession).data?.state
  useEffect(() => {
    if (state !== undefined && state !== inside && !wouldLoseSomething()) void router.invalidate()
  }, [state, inside, router])
}
