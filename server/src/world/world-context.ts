import type { Member } from '@rondo/shared/account/model.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Result } from '@rondo/shared/kernel/refusal.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Doc } from 'yjs'
import type { createPasswords } from '../account/index.ts'
import type { Context } from '../journal/context.ts'
import type { Documents } from '../page/index.ts'
import type { Participant } from '../sync/index.ts'

/** What a world is told through: the product's own commands, with the people and documents they need. */
export interface WorldContext extends Context {
  readonly documents: Documents
  readonly passwords: ReturnType<typeof createPasswords>
  /** Changes a document in somebody's name, so that what they catch is theirs. */
  writeAs<T>(author: MemberId, documentId: string, change: (doc: Doc) => T): Promise<T>
  /** Seats somebody in a document. */
  participate(documentId: string, member: Member): Promise<Participant>
  /** Reads everything out of a document now rather than when it falls quiet. */
  project(documentId: string): Promise<void>
}

/** The value of a command that cannot be refused in a story; a refusal is a fault of the story. */
export const done = async <T>(result: Promise<Result<T>>): Promise<T> => {
  const settled = await result
  if (settled.ok) return settled.value
  throw new Error(`The story asks for what is refused: ${settled.refusal.detail}`)
}

/** The same context at another time, for telling what happened before. */
export const at = (context: WorldContext, now: Instant): WorldContext => ({
  ...context,
  clock: { now: () => now },
})
