import type { Actor } from '../account/model.ts'
import type { Standing, Visibility } from './model.ts'

/** A thing that a permission is asked about, with all that the answer depends on. */
export type Thing =
  /** The workspace itself: its member list, invitations, new circles and shared pages. */
  | { kind: 'workspace' }
  /** A circle and everything in it: pages, documents, meetings, captures, threads. */
  | { kind: 'circle'; visibility: Visibility; standing: Standing }
  /** A page or document outside every circle. */
  | { kind: 'shared-page' }

export type Action =
  /** Know that it exists, see it, hear of its changes. */
  | 'read'
  /** Change documents and captures, run meetings. */
  | 'write'
  /** Open threads and post. */
  | 'post'
  /** Take a seat oneself. */
  | 'join'
  /** Bring somebody else in. */
  | 'invite'
  /** Change name, purpose, visibility, seats. */
  | 'manage'
  /** Create a circle, a page, a meeting in it. */
  | 'create'

/**
 * The one answer to "may this person do that?", for requests, sockets and lists alike.
 * A workspace owner has no more sight into a confidential circle than anybody else.
 */
export const may = (who: Actor | null, action: Action, thing: Thing): boolean => {
  if (who === null) return false
  switch (thing.kind) {
    case 'workspace':
      return mayInWorkspace(who, action)
    case 'shared-page':
      return action === 'read' || action === 'write' || action === 'create'
    case 'circle':
      return mayInCircle(action, thing.visibility, thing.standing)
  }
}

const mayInWorkspace = (who: Actor, action: Action): boolean => {
  switch (action) {
    case 'read':
    case 'invite':
    case 'create':
      return true
    case 'manage':
      return who.role === 'owner'
    case 'write':
    case 'post':
    case 'join':
      return false
  }
}

const mayInCircle = (action: Action, visibility: Visibility, standing: Standing): boolean => {
  const belongs = standing !== 'none'
  switch (action) {
    case 'read':
      return belongs || visibility === 'open'
    case 'join':
      return !belongs && visibility === 'open'
    case 'write':
    case 'post':
    case 'create':
    case 'invite':
      return belongs
    case 'manage':
      return standing === 'host'
  }
}
