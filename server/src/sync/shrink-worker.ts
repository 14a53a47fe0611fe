/** The thread in which documents are shrunk. */
import { answerWork } from '../platform/thread/answer-work.ts'
import { type Entries, type Shrunk, shrink } from './shrink.ts'

answerWork<Entries, Shrunk>((entries) => shrink(entries))
