/** Two letters for a seat: first and last word of a name, or the first two letters of a single one. What stands in brackets is no name. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '' && !word.startsWith('('))
  const first = [...(words[0] ?? '')]
  const last = words.length > 1 ? [...(words.at(-1) ?? '')] : []
  const second = last[0] ?? first[1] ?? ''
  return `${first[0] ?? ''}${second}`.toLocaleUpperCase()
}
