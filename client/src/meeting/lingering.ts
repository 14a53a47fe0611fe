import type { CarriedCapture } from '@rondo/shared/capture/model.ts'
import { useState } from 'react'

/**
 * What was shown, brought up to date: whatever left a list of open things was closed, by a tick here or elsewhere, and
 * stays in its place struck through while one looks. What is new stands at the end.
 */
export function linger(
  shown: readonly CarriedCapture[],
  fetched: readonly CarriedCapture[],
): readonly CarriedCapture[] {
  const byId = new Map(fetched.map((capture) => [capture.id, capture]))
  const known = new Set(shown.map((capture) => capture.id))
  return [
    ...shown.map((capture) => byId.get(capture.id) ?? closed(capture)),
    ...fetched.filter((capture) => !known.has(capture.id)),
  ]
}

/** Dropped, if that is known; otherwise it was ticked. */
const closed = (capture: CarriedCapture): CarriedCapture =>
  capture.dropped === null ? { ...capture, done: true } : capture

/** A list of open captures in which those that were just ticked stay visible, so that a tick can be taken back. */
export function useLingering(fetched: readonly CarriedCapture[]): readonly CarriedCapture[] {
  const [seen, setSeen] = useState(fetched)
  const [shown, setShown] = useState(fetched)
  if (fetched !== seen) {
    setSeen(fetched)
    setShown(linger(shown, fetched))
  }
  return shown
}
