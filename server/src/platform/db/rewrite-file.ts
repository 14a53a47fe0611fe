import { Worker } from 'node:worker_threads'

/** What the thread answers. */
export type Rewritten = { readonly isCutOff: boolean } | { readonly error: string; readonly code: string }

/**
 * Writes a SQLite file anew and cuts its WAL off, so that nothing in them is left of what was deleted: where SQLite moved
 * rows between pages, copies of them stay behind. That takes as long as copying the file, so it is done in a thread of its
 * own. Others may read meanwhile; whoever wants to write has to wait, which is the caller's to see to.
 * @throws when it cannot be done, or somebody read for so long that the WAL could not be cut off
 */
export const rewriteFile = async (file: string): Promise<void> => {
  const worker = new Worker(new URL('./rewrite-worker.ts', import.meta.url), { workerData: { file } })
  const rewritten = await new Promise<Rewritten>((resolve, reject) => {
    worker.once('message', resolve).once('error', reject)
    worker.once('exit', () => reject(new Error('The file was not written anew.')))
  })
  if ('error' in rewritten) throw Object.assign(new Error(rewritten.error), { code: rewritten.code })
  if (!rewritten.isCutOff) throw new Error(`${file} is being read: what was deleted is overwritten later.`)
}
