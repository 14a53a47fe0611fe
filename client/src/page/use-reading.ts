import { keepBlocks } from '@rondo/shared/document/kept-blocks.ts'
import { useEffect, useState } from 'react'
import type * as Y from 'yjs'

/** A reading takes at most one part in so many of the time, and waits at least a frame and at most a moment, in ms. */
const PARTS = 8
const SHORTEST = 16
const LONGEST = 120

interface Reading<T> {
  readonly value: T
  readonly print: string
}

function take<T>(doc: Y.Doc, read: (doc: Y.Doc) => T): Reading<T> {
  const value = read(doc)
  return { value, print: JSON.stringify(value) }
}

/**
 * What a reader of `shared/document` finds in a document, kept up to date while people write.
 * `read` must be stable; the value keeps its identity while nothing it says has changed.
 */
export function useReading<T>(doc: Y.Doc, read: (doc: Y.Doc) => T): T {
  const [reading, setReading] = useState(() => take(doc, read))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let wait = SHORTEST
    let print: string | undefined
    const refresh = () => {
      timer = undefined
      const began = performance.now()
      const next = take(doc, read)
      wait = Math.min(LONGEST, Math.max(SHORTEST, PARTS * (performance.now() - began)))
      // React draws even for a state that stays the same, and this one mostly does.
      if (next.print === print) return
      print = next.print
      setReading((last) => (last.print === next.print ? last : next))
    }
    const later = () => {
      timer ??= setTimeout(refresh, wait)
    }
    keepBlocks(doc)
    refresh()
    doc.on('update', later)
    return () => {
      clearTimeout(timer)
      doc.off('update', later)
    }
  }, [doc, read])
  return reading.value
}
