import type { Actor } from '@rondo/shared/account/model.ts'
import type { AgreementVersion, Proposal } from '@rondo/shared/circle/agreement.ts'
import type { readAgreement as contract } from '@rondo/shared/circle/agreement-contract.ts'
import type { OutputOf } from '@rondo/shared/kernel/contract.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result } from '@rondo/shared/kernel/refusal.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Context } from '../journal/context.ts'
import type { Reader } from '../platform/db/database.ts'
import { ABSENT, permit } from './access.ts'
import { type AgreementView, type Open, viewAgreement } from './agreement-view.ts'

export type Agreement = OutputOf<typeof contract>

export const readAgreement = async (
  { db, clock }: Context,
  actor: Actor,
  circleId: CircleId,
): Promise<Result<Agreement>> => agreementFor(db.read, actor, circleId, clock.now())

/** The agreement as the actor sees it; not found when they may not. */
export const agreementFor = async (
  reader: Reader,
  actor: Actor,
  circleId: CircleId,
  now: Instant,
): Promise<Result<Agreement>> => {
  const permitted = await permit(reader, actor, 'read', circleId)
  if (!permitted.ok) return permitted
  const view = await viewAgreement(reader, circleId, now)
  return view === undefined ? { ok: false, refusal: ABSENT } : accept(toAgreement(view))
}

const toAgreement = ({ agreed, proposal, due }: AgreementView): Agreement => {
  const held = agreed.map(toVersion)
  if (due !== null) {
    const { version, clauses, proposedBy, voices } = due.proposal
    const yes = voices.filter(({ kind }) => kind === 'accepts').map(({ by }) => by)
    const newest = { version, clauses, proposedBy, inForceAt: due.at, how: due.how }
    return { inForce: { ...newest, acceptedBy: [...new Set(yes)] }, proposal: null, history: held }
  }
  const [inForce = null, ...history] = held
  return { inForce, proposal: proposal === null ? null : toProposal(proposal), history }
}

const toVersion = (kept: AgreementView['agreed'][number]): AgreementVersion => {
  const { id: _, revision: __, ...version } = kept
  return version
}

const toProposal = (open: Open): Proposal => {
  const { id: _, ...proposal } = open
  return proposal
}
