import { WorkThread } from '../platform/thread/work-thread.ts'
import type { Copy } from './copy.ts'

/** One for the whole process: copies have time. */
const thread = new WorkThread<Uint8Array, Copy>(new URL('./copy-worker.ts', import.meta.url))

/** Copies a page in a thread of its own: reading and packing a long one takes longer than anybody's keystroke may wait. */
export const copyElsewhere = (state: Uint8Array): Promise<Copy> => thread.run(state)
