/** Without accents and case, so that "fuhrung" finds "Führung". */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/** How well a query meets an entry: 0 not at all, then any word of it, its beginning, its command. */
const rank = (words: string, commands: readonly string[], query: string): number => {
  if (commands.some((command) => command.startsWith(query))) return 3
  const text = plain(words)
  if (text.startsWith(query)) return 2
  return text.split(/\s+/).some((word) => word.startsWith(query)) ? 1 : 0
}

interface Entry {
  readonly words: string
  readonly commands: readonly string[]
}

/** The entries that a query meets, best first, otherwise in their own order. */
export const ranked = <T extends Entry>(entries: readonly T[], query: string): T[] => {
  const wanted = plain(query.trim())
  return entries
    .map((entry) => ({ entry, rank: rank(entry.words, entry.commands, wanted) }))
    .filter((one) => one.rank > 0)
    .toSorted((a, b) => (wanted === '' ? 0 : b.rank - a.rank))
    .map(({ entry }) => entry)
}
