/** The thread in which pages are copied. */
import { answerWork } from '../platform/thread/answer-work.ts'
import { copyOf } from './copy.ts'

answerWork(copyOf)
