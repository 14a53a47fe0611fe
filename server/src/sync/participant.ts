import type { Doc } from 'yjs'
import type { Account } from './access.ts'
import type { Member } from './member.ts'
import type { Outbox, Socket } from './outbox.ts'
import { writeEntries } from './presence-frame.ts'
import type { OpenRoom } from './rooms.ts'

/** Somebody who is in a document without a socket: a part of the server that acts in a person's name. */
export type Participant = {
  /** Changes the document in this name; resolves once it is durable. @throws after leaving, or when the room is over */
  write<T>(change: (doc: Doc) => T): Promise<T>
  /** Shows a caret, as y-tiptap's cursor (relative positions as JSON); null hides it. */
  pointAt(cursor: { readonly anchor: unknown; readonly head: unknown } | null): void
  leave(): void
}

/** A socket that takes everything and leads to nobody. */
export const nowhere: Socket = {
  send: () => {},
  together: (send) => send(),
  close: () => {},
  bufferedAmount: 0,
}

/** Sits down in an open room, which is left again by `leave` or when it is over. */
export const takePart = (
  { room, presence, leave }: OpenRoom,
  account: Account,
  outbox: Outbox,
): Participant => {
  let isInside = true
  const go = (): void => {
    if (!isInside) return
    isInside = false
    room.members.delete(member)
    presence.leave(member)
    leave()
  }
  const member: Member = { account, outbox, acknowledge: () => {}, withdraw: () => {}, dismiss: go }
  const clientId = room.clientIdOf(account.id)
  const show = (cursor: unknown): void => {
    if (isInside)
      presence.hear(member, writeEntries([{ clientId, clock: 0, state: JSON.stringify({ cursor }) }]))
  }
  room.members.add(member)
  show(null)
  return {
    write: async (change) => {
      if (!isInside) throw new Error('Nobody is there to write.')
      return (await room.work(change, account.id)).value
    },
    pointAt: show,
    leave: go,
  }
}
