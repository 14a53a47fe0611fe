import { useEffect, useState } from 'react'
import { useLiveStatus } from '../platform/use-live.ts'
import { type DocumentHandle, useDocumentStatus } from '../sync/index.ts'

/** A line that comes back within this time was never worth a word. */
const PATIENCE = 2_500

/** Whether the connection is gone for longer than a moment: then the band shows and what needs the server waits. */
export function useAway(handle: DocumentHandle): boolean {
  const { synced, endedBy } = useDocumentStatus(handle)
  const facts = useLiveStatus()
  const down = (!synced && endedBy === null) || facts === 'away'
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (!down) return
    const timer = setTimeout(() => setLong(true), navigator.onLine ? PATIENCE : 0)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [down])
  return down && isLong
}
