import { jobsContract } from './contract.ts'
import { temporaryJobs } from './temporary-jobs.ts'

jobsContract('An engine over SQLite', temporaryJobs)
