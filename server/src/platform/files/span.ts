import type { Span } from './files.ts'

/** The part of a span that lies in a file of this length; all of it where no span was asked for. */
export const within = (bytes: number, span: Span = { from: 0, to: bytes }): Span => {
  const from = Math.min(Math.max(0, span.from), bytes)
  return { from, to: Math.min(Math.max(from, span.to), bytes) }
}
