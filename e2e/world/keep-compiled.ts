/**
 * Loaded into every server that a test starts: what Node made of our sources is kept beside the results, so that the
 * next server starts in two thirds of the time. Those that are killed keep nothing when they end, so it is done soon.
 */
import { enableCompileCache, flushCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { isMainThread } from 'node:worker_threads'

const SOON_MS = 1_000

enableCompileCache(fileURLToPath(new URL('../results/compiled', import.meta.url)))
if (isMainThread) setTimeout(flushCompileCache, SOON_MS).unref()
