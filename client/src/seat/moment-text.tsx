import type { Instant } from '@rondo/shared/kernel/time.ts'
import { useReader } from '../ui/reader/reader.ts'
import { clockWords, dayWords } from '../ui/time/time-words.ts'

/** "Thu 26 Nov, 21:10" on the reader's own clock. */
export function MomentText({ at }: { readonly at: Instant }) {
  const reader = useReader()
  return (
    <time dateTime={new Date(at).toISOString()}>
      {dayWords(at, reader)}, {clockWords(at, reader)}
    </time>
  )
}
