import { MINUTE } from '@rondo/shared/kernel/time.ts'
import { useSyncExternalStore } from 'react'
import { serverNow } from './clock.ts'

/** Tells when the next minute of the clock begins, and then each minute. */
const subscribe = (tell: () => void) => {
  let timer = 0
  const wait = () => {
    timer = window.setTimeout(
      () => {
        tell()
        wait()
      },
      MINUTE - (serverNow() % MINUTE),
    )
  }
  wait()
  return () => window.clearTimeout(timer)
}

const thisMinute = () => Math.floor(serverNow() / MINUTE) * MINUTE

/** The present minute; whatever shows it is drawn again when the next one begins. */
export const useMinute = (): number => useSyncExternalStore(subscribe, thisMinute)
