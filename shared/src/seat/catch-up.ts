/** Words that people read in a minute. */
const READING_SPEED = 220
const MOST_MINUTES = 2

/** A line of a catch-up, in the order of how much it matters. */
interface Line {
  readonly text: string
}

const wordsIn = ({ text }: Line): number => text.split(/\s+/).filter(Boolean).length

/**
 * As many lines, first to last, as are read in two minutes; at least one, however long it is. Answers how many were left
 * out and how long the rest takes.
 */
export const inTwoMinutes = <L extends Line>(
  lines: readonly L[],
): { taken: readonly L[]; more: number; minutes: number } => {
  const most = MOST_MINUTES * READING_SPEED
  let words = 0
  let count = 0
  for (const line of lines) {
    const longer = words + wordsIn(line)
    if (count > 0 && longer > most) break
    words = longer
    count += 1
  }
  const minutes = Math.min(MOST_MINUTES, Math.max(1, Math.ceil(words / READING_SPEED)))
  return { taken: lines.slice(0, count), more: lines.length - count, minutes }
}
