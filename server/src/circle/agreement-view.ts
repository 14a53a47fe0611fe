import {
  type AgreementVersion,
  type Proposal,
  settlement,
  settlesAt,
  type Voice,
} from '@rondo/shared/circle/agreement.ts'
import type { CircleId, Id, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Reader } from '../platform/db/database.ts'
import { type AgreementRow, agreementsOf, voicesOf } from './agreement-store.ts'
import { type CircleRow, findCircle, type KeptSeat, seatsOf } from './store.ts'

/** What is proposed, with the row that keeps it. */
export type Open = Proposal & { id: Id<'agreement'> }

/** The agreement of a circle as it is at an instant, whether or not somebody stored what silence has settled. */
export interface AgreementView {
  circle: CircleRow
  seats: KeptSeat[]
  /** Newest first. */
  agreed: (AgreementVersion & { id: Id<'agreement'>; revision: number })[]
  proposal: Open | null
  /** The proposal came into force, and the tables do not say so yet. */
  due: { proposal: Open; at: Instant; how: AgreementVersion['how'] } | null
}

export const viewAgreement = async (
  reader: Reader,
  circleId: CircleId,
  now: Instant,
): Promise<AgreementView | undefined> => {
  const circle = await findCircle(reader, circleId)
  if (circle === undefined) return undefined
  const seats = await seatsOf(reader, circleId)
  const rows = await agreementsOf(reader, circleId)
  const voices = await voicesOf(
    reader,
    rows.map(({ id }) => id),
  )
  const agreed = rows.flatMap((row) => agreedOf(row, voices.get(row.id) ?? [], seats))
  const row = rows.find(({ state }) => state === 'proposed')
  const proposal =
    row === undefined ? null : proposalOf(row, voices.get(row.id) ?? [], electorsOf(circle, seats))
  const due = dueOf(circle, proposal, now)
  return { circle, seats, agreed: agreed.toReversed(), proposal, due }
}

/** Whoever came after an agreement has no say in the next one before they accepted the present. */
const electorsOf = ({ agreedVersion }: CircleRow, seats: readonly KeptSeat[]): MemberId[] =>
  seats
    .filter(({ acceptedVersion }) => agreedVersion === null || acceptedVersion !== null)
    .map(({ memberId }) => memberId)

/** A yes from before somebody left and came again does not count. */
const acceptedBy = (voices: readonly Voice[], seats: readonly KeptSeat[]): MemberId[] => {
  const since = new Map(seats.map(({ memberId, joinedAt }) => [memberId, joinedAt]))
  const yes = voices.filter(({ by, kind, at }) => kind === 'accepts' && at >= (since.get(by) ?? 0))
  return [...new Set(yes.map(({ by }) => by))]
}

const agreedOf = (
  { id, revision, version, clauses, proposedBy, inForceAt, how }: AgreementRow,
  voices: readonly Voice[],
  seats: readonly KeptSeat[],
): AgreementView['agreed'] =>
  inForceAt === null || how === null
    ? []
    : [{ id, revision, version, clauses, proposedBy, inForceAt, how, acceptedBy: acceptedBy(voices, seats) }]

const proposalOf = (
  { id, version, revision, clauses, proposedBy, proposedAt, editedBy, editedAt }: AgreementRow,
  voices: Voice[],
  electors: MemberId[],
): Open => ({
  id,
  version,
  revision,
  clauses,
  proposedBy,
  proposedAt,
  editedBy,
  editedAt,
  voices,
  electors,
  settlesAt: settlesAt({ editedAt, voices, electors }),
})

/** A circle that closes agrees on nothing new. */
const dueOf = ({ status }: CircleRow, proposal: Open | null, now: Instant): AgreementView['due'] => {
  if (proposal === null || status === 'closing' || status === 'archived') return null
  const settled = settlement(proposal, now)
  return settled === null ? null : { proposal, ...settled }
}
