/**
 * The setting that `name` was probably meant to be: the same letters in another case or without underscores, or, in a
 * name long enough to be nobody else's, one slip of the finger. Undefined when it is spelt right or is no concern of ours.
 */
export function misspelling(name: string, known: readonly string[]): string | undefined {
  if (known.includes(name)) return undefined
  return known.find(
    (right) => bare(name) === bare(right) || (right.length >= 8 && isOneSlip(name.toUpperCase(), right)),
  )
}

const bare = (name: string): string => name.replaceAll(/[_-]/g, '').toUpperCase()

/** One letter too many, too few, wrong, or two that changed places. */
function isOneSlip(given: string, right: string): boolean {
  let same = 0
  while (same < right.length && given[same] === right[same]) same += 1
  const [left, rest] = [given.slice(same), right.slice(same)]
  const swapped = `${rest[1] ?? ''}${rest[0] ?? ''}${rest.slice(2)}`
  return (
    left.slice(1) === rest || left === rest.slice(1) || left.slice(1) === rest.slice(1) || left === swapped
  )
}
