/** The thread in which documents are shrunk. */
import { answerWork } from '../platform/thread/answer-work.ts'
import { type Entries, shrink } from './shrink.ts'

answerWork((entries: Entries) => shrink(entries))
