import { WorkThread } from '../platform/thread/work-thread.ts'
import type { Entries, Shrunk } from './shrink.ts'

/** Shrinks documents in a thread of its own. One that needs too much memory is not compacted. */
export const shrinkThread = (): WorkThread<Entries, Shrunk> =>
  new WorkThread(new URL('./shrink-worker.ts', import.meta.url))
