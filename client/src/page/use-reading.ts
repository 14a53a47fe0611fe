import { keepBlocks } from '@rondo/shared/document/kept-blocks.ts'
import { useEffect, useState } from 'react'
import type * as Y from 'yjs'

/** Long enough to gather the letters of a word, short enough to feel at once. */
const GATHER = 120

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
    const refresh = () => {
      timer = undefined
      const next = take(doc, read)
      setReading((last) => (last.print === next.print ? last : next))
    }
    const later = () => {
      timer ??= setTimeout(refresh, GATHER)
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
