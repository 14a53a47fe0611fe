import { readSession } from '@rondo/shared/account/contract.ts'
import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useAsk } from '../../platform/ask.ts'

/** When the session ends while somebody is inside, the guard is asked again and shows the way to the door. */
export function useDoor(): void {
  const router = useRouter()
  const state = useAsk(readSession).data?.state
  useEffect(() => {
    if (state !== undefined && state !== 'signed-in') void router.invalidate()
  }, [state, router])
}
