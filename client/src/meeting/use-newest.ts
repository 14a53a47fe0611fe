import { useEffect, useRef, useState } from 'react'

/** How long something new stays tinted. */
export const TINTED_FOR = 8_000

/**
 * The id that appeared last, for eight seconds. What was there from the beginning is not new; the beginning is when `begun`
 * turns true, for a document takes a moment to arrive.
 */
export function useNewest(ids: readonly string[], begun = true): string | undefined {
  const [newest, setNewest] = useState<string>()
  const known = useRef<ReadonlySet<string>>(undefined)
  // Compared as one text: a new list with the same ids is no news.
  const listed = ids.join(' ')
  useEffect(() => {
    if (!begun) return
    const before = known.current
    const now = listed === '' ? [] : listed.split(' ')
    known.current = new Set([...(before ?? []), ...now])
    const appeared = before && now.find((id) => !before.has(id))
    if (appeared) setNewest(appeared)
  }, [listed, begun])
  useEffect(() => {
    if (newest === undefined) return
    const timer = setTimeout(() => setNewest(undefined), TINTED_FOR)
    return () => clearTimeout(timer)
  }, [newest])
  return newest
}
