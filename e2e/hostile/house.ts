import { createCircle } from '@rondo/shared/circle/contract.ts'
import type { CircleId, DocumentId } from '@rondo/shared/kernel/id.ts'
import { createPage } from '@rondo/shared/page/contract.ts'
import { comeInvited, foundWorkspace } from '../world/people.ts'
import { type Rondo, startRondo } from '../world/rondo.ts'
import type { Visitor } from '../world/visitor.ts'

/** A server with three people, one circle that anybody may look into and one that only its member knows of. */
export interface House {
  readonly rondo: Rondo
  /** Sits in both circles. */
  readonly owner: Visitor
  /** Sits in the open circle. */
  readonly guest: Visitor
  /** Sits nowhere: may read the open circle, and not know of the other. */
  readonly stranger: Visitor
  readonly open: { readonly circleId: CircleId; readonly documentId: DocumentId }
  readonly secret: { readonly circleId: CircleId; readonly documentId: DocumentId }
}

/** Everybody of a test is on one machine and in a hurry. */
const HURRIED = { acceptsPerSecond: 100_000 }

/** Starts a server and furnishes it; `limits` are other numbers than usual, `env` other settings. */
export const furnish = async (
  limits: Record<string, number> = {},
  env: Record<string, string> = {},
): Promise<House> => {
  const RONDO_LIMITS = JSON.stringify({ ...HURRIED, ...limits })
  const rondo = await startRondo({ env: { RONDO_LIMITS, ...env } })
  const owner = await foundWorkspace(rondo.origin)
  const open = await circleWithPage(owner, 'Open', 'open')
  const secret = await circleWithPage(owner, 'Quiet', 'confidential')
  const guest = await comeInvited(owner, 'Jonas Weber', { circleId: open.circleId })
  const stranger = await comeInvited(owner, 'Rita Reader')
  return { rondo, owner, guest, stranger, open, secret }
}

export const pageIn = async (owner: Visitor, circleId: CircleId | null): Promise<DocumentId> =>
  (await owner.ask(createPage, { body: { title: 'A page', circleId } })).documentId

const circleWithPage = async (owner: Visitor, name: string, visibility: 'open' | 'confidential') => {
  const { id } = await owner.ask(createCircle, {
    body: { name, purpose: 'To be left alone.', visibility, timeZone: 'Europe/Berlin' },
  })
  return { circleId: id, documentId: await pageIn(owner, id) }
}
