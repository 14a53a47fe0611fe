import { jobsContract, jobsLog } from './contract.ts'
import { memoryJobs } from './memory-jobs.ts'
import { runJobs } from './run-jobs.ts'

jobsContract('An engine over memory', async () => {
  const store = memoryJobs()
  return {
    open: (timers) => runJobs(store, { timers, log: jobsLog }),
    transact: store.transact,
    write: async (tx, line) => void tx.written.push(line),
    lines: async () => store.written(),
    close: async () => {},
  }
})
