import { useEffect, useState } from 'react'
import { serverNow } from '../platform/clock.ts'
import { untilNextSecond } from './timing.ts'

const wholeSecond = () => Math.floor(serverNow() / 1000) * 1000
/** A timer may fire a breath early; a little later it is surely the next second. */
const BREATH = 15

/** The server's time in whole seconds, turning over on every screen at once. Only leaves should ask, once a second. */
export function useNow(): number {
  const [now, setNow] = useState(wholeSecond)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const tick = () => {
      clearTimeout(timer)
      setNow(wholeSecond())
      timer = setTimeout(tick, untilNextSecond(serverNow()) + BREATH)
    }
    tick()
    // A tab that was not looked at may have been left to sleep for a while yet.
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [])
  return now
}
