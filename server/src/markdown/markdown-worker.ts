/** The thread in which Markdown is read and written. */
import { answerWork } from '../platform/thread/answer-work.ts'
import { doWork } from './work.ts'

answerWork(doWork)
