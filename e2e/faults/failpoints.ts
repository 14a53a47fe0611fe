/** Moments that the server names (see its failpoint.ts), in the order in which an edit passes them. */
export const momentsOfAnEdit = ['append', 'ahead-written', 'appended', 'broadcast', 'acknowledged']

/** Those of moving, compacting and deleting, which come but now and then. */
export const momentsOfHousekeeping = [
  'transfer-inserted',
  'transferred',
  'snapshot-inserted',
  'pointer-moved',
  'compacted',
  'rows-deleted',
  'pruned',
]

/** Compacts and deletes all the time, so that those moments come soon. */
export const quickHousekeeping = {
  limits: { compactRows: 5, compactQuietMs: 100, unloadMs: 50 },
  pruneMs: 300,
}
