import type { LiveFact } from '@rondo/shared/wire/live.ts'
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { Live, type LiveStatus } from './live.ts'

/** The one connection of this tab. */
export const live = new Live()

/** Whether facts arrive, for the calm band and for what needs the server. */
export function useLiveStatus(): LiveStatus {
  return useSyncExternalStore(live.watch, () => live.status)
}

/** Hears facts while the component is on screen. */
export function useFacts(hear: (fact: LiveFact) => void): void {
  const latest = useEffectEvent(hear)
  useEffect(
    () =>
      live.subscribe((news) => {
        if (news.kind === 'fact') latest(news.fact)
      }),
    [],
  )
}
