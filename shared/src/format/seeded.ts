/**
 * The items in an order that looks shuffled and depends on nothing but the items and the seed: neither on the order in
 * which they came nor on which of them came twice.
 */
export const seededOrder = <T extends string>(items: readonly T[], seed: string): T[] =>
  [...new Set(items)]
    .map((item) => ({ item, key: hash(`${seed}\n${item}`) }))
    .toSorted((a, b) => a.key - b.key || (a.item < b.item ? -1 : 1))
    .map(({ item }) => item)

/** FNV-1a with a final mix, 32 bits: quick, the same everywhere, and no secret. */
const hash = (text: string): number => {
  let mixed = 0x811c9dc5
  for (const letter of text) mixed = Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
