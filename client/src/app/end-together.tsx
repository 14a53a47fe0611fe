import { useEffect } from 'react'
import { whenLeftElsewhere } from '../account/leave.ts'

/** Tabs of one browser share a session: whoever signs out in one has left them all. */
export function EndTogether() {
  useEffect(whenLeftElsewhere, [])
  return null
}
