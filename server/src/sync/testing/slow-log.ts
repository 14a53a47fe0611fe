import type { Clock } from '../clock.ts'
import type { DocumentLog } from '../log/document-log.ts'

/** A log whose commits take their time, by a clock that a test turns. */
export const slowLog = (inner: DocumentLog, clock: () => Clock, ms: number): DocumentLog => ({
  ...inner,
  append: async (batch) => {
    await new Promise<void>((resolve) => void clock().after(ms, resolve))
    return inner.append(batch)
  },
})
