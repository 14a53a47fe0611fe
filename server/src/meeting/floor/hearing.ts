import type { Actor } from '@rondo/shared/account/model.ts'
import { may, type Thing } from '@rondo/shared/circle/may.ts'
import type { MeetingRow } from '../store.ts'

/** Whether a reader of a meeting is told who has the word: its circle's own people, and its guests, as long as it is live. */
export const hearsTheWord = (actor: Actor, phase: MeetingRow['phase'], thing: Thing): boolean =>
  phase === 'live' && may(actor, actor.role === 'guest' ? 'take-part' : 'belong', thing)
