import type { SegmentId } from '../kernel/id.ts'

/**
 * The segments of a page in the order in which the meeting takes them. Those that somebody moved stand where they were
 * put; one that was typed into the page since then follows the segment that it stands behind there. Every segment of the
 * page comes once, and none that is no longer in it.
 */
export const inOrder = <Item extends { id: SegmentId }>(
  items: readonly Item[],
  order: readonly SegmentId[],
): Item[] => {
  const byId = new Map(items.map((item) => [item.id, item]))
  const placed = [...new Set(order)].flatMap((id) => byId.get(id) ?? [])
  const known = new Set(placed)
  let before: Item | undefined
  for (const item of items) {
    if (!known.has(item)) placed.splice(before ? placed.indexOf(before) + 1 : 0, 0, item)
    before = item
  }
  return placed
}

/** The segment that stands before another one; null before the first. */
export const before = (order: readonly SegmentId[], id: SegmentId): SegmentId | null =>
  order[order.indexOf(id) - 1] ?? null

/** The order with one segment behind another, or at the head behind null. */
export const moved = (order: readonly SegmentId[], id: SegmentId, behind: SegmentId | null): SegmentId[] => {
  const others = order.filter((one) => one !== id)
  return others.toSpliced(behind === null ? 0 : others.indexOf(behind) + 1, 0, id)
}
