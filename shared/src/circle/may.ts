import type { Actor } from '../account/model.ts'
import type { Standing, Status, Visibility } from './model.ts'

/** What a circle is to somebody: all that a permission in it depends on. A {@link Circle} as they were given it is one. */
export interface CircleThing {
  visibility: Visibility
  status: Status
  /** `guest`: it is the meeting that a guest's link leads to. */
  standing: Standing | 'guest'
  /** They have a seat and have not accepted the agreement that was in force before they came. */
  mustAccept: boolean
}

/** A thing that a permission is asked about, with all that the answer depends on. */
export type Thing =
  /** The workspace itself: its member list, invitations, new circles and shared pages. */
  | { kind: 'workspace' }
  /** A circle and everything in it: pages, documents, meetings, captures, threads. */
  | ({ kind: 'circle' } & CircleThing)
  /** A page or document outside every circle. */
  | { kind: 'shared-page' }

export type Action =
  /** Know that it exists, see it, hear of its changes. */
  | 'read'
  /** Be shown what is for the circle's own people: its ledger, its prompts. */
  | 'belong'
  /** Change documents and captures, run meetings. */
  | 'write'
  /** Be in the room of a meeting: write in its page, be heard in its rounds. */
  | 'take-part'
  /** Open threads and post. */
  | 'post'
  /** Take a seat oneself. */
  | 'join'
  /** Bring somebody else in. */
  | 'invite'
  /** Accept the agreement that is in force. */
  | 'accept'
  /** Propose another agreement, answer to what is proposed. */
  | 'propose'
  /** Change name, purpose, visibility, course, seats. */
  | 'manage'
  /** Create a circle, a page, a meeting in it. */
  | 'create'

/**
 * The one answer to "may this person do that?", for requests, sockets and lists alike.
 * A workspace owner has no more sight into a confidential circle than anybody else.
 */
export const may = (who: Actor | null, action: Action, thing: Thing): boolean => {
  if (who === null) return false
  if (who.role === 'guest') return mayAsGuest(action, thing)
  switch (thing.kind) {
    case 'workspace':
      return mayInWorkspace(who, action)
    case 'shared-page':
      return action === 'read' || action === 'write' || action === 'take-part' || action === 'create'
    case 'circle':
      return mayInCircle(action, thing)
  }
}

/** A guest is in the room of their one meeting, while its circle is open, and is nobody anywhere else. */
const mayAsGuest = (action: Action, thing: Thing): boolean =>
  thing.kind === 'circle' &&
  thing.standing === 'guest' &&
  thing.visibility === 'open' &&
  (thing.status === 'active' || thing.status === 'closing') &&
  (action === 'read' || action === 'take-part')

const mayInWorkspace = (who: Exclude<Actor, { role: 'guest' }>, action: Action): boolean => {
  switch (action) {
    case 'read':
    case 'invite':
    case 'create':
      return true
    case 'manage':
      return who.role === 'owner'
    case 'belong':
    case 'write':
    case 'take-part':
    case 'post':
    case 'join':
    case 'accept':
    case 'propose':
      return false
  }
}

const mayInCircle = (action: Action, { visibility, status, standing, mustAccept }: CircleThing): boolean => {
  const belongs = standing === 'host' || standing === 'member'
  const takesPart = belongs && !mustAccept
  const isComing = status === 'draft' || status === 'active'
  switch (action) {
    case 'read':
      return belongs || (visibility === 'open' && status !== 'draft')
    case 'belong':
      return belongs
    case 'join':
      return !belongs && visibility === 'open' && status === 'active'
    case 'write':
    case 'take-part':
    case 'post':
    case 'create':
      return takesPart && (status === 'active' || status === 'closing')
    case 'accept':
      return belongs && status !== 'archived'
    case 'invite':
    case 'propose':
      return takesPart && isComing
    case 'manage':
      return standing === 'host' && takesPart && status !== 'archived'
  }
}
