import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { isMainThread } from 'node:worker_threads'

/**
 * Loaded into every server before its own code: on SIGUSR2 it throws away what nobody holds, so that memory is compared,
 * and not how eager each heap is to be swept.
 */
if (isMainThread) {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  process.on('SIGUSR2', () => {
    for (let times = 0; times < 3; times += 1) collect()
  })
}
