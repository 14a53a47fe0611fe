import * as Y from 'yjs'
import { type Applied, Replica } from '../replica.ts'
import type { UpdateScan } from '../update-scan.ts'

/**
 * Promises about what is let into a document, each of which can be taken away, so that its test can be seen to fail. It is
 * done from outside, to the class: the product has no such switch, and loses no time asking for one.
 */
export const promises = ['ids-bound', 'gaps-refused', 'counts-checked'] as const
export type EnginePromise = (typeof promises)[number]

const takeAnybodysIds = (): void => {
  Replica.prototype.checkClocks = (): void => {}
}

/** What waits for what never came is kept waiting, and called an edit like any other. */
const takeGaps = (): void => {
  takeAnybodysIds()
  Replica.prototype.apply = function (update: Uint8Array): Applied {
    Y.applyUpdate(this.doc, update)
    return { effect: { update, touched: [] }, whole: true }
  }
}

const believeCounts = (): void => {
  Replica.prototype.inspect = (): UpdateScan => ({ runs: [], empty: false })
}

const broken: Record<EnginePromise, () => void> = {
  'ids-bound': takeAnybodysIds,
  'gaps-refused': takeGaps,
  'counts-checked': believeCounts,
}

/** Breaks one in this process; answers how to keep it again. */
export const breakPromise = (promise: EnginePromise): (() => void) => {
  const { checkClocks, apply, inspect } = Replica.prototype
  broken[promise]()
  return () => void Object.assign(Replica.prototype, { checkClocks, apply, inspect })
}
