import { clauses as clausesSchema, type Voice } from '@rondo/shared/circle/agreement.ts'
import type { CircleId, Id } from '@rondo/shared/kernel/id.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { CircleTables } from '../platform/db/tables/circle.ts'

type Row = CircleTables['agreement']

/** A version as it is kept, with its sentences read. */
export type AgreementRow = Omit<Row, 'clauses'> & { clauses: string[] }

const read = (row: Row): AgreementRow => ({ ...row, clauses: clausesSchema.parse(JSON.parse(row.clauses)) })

/** Every version that was agreed or is proposed, in order; what was taken back is not among them. */
export const agreementsOf = async (reader: Reader, circleId: CircleId): Promise<AgreementRow[]> => {
  const rows = await reader
    .selectFrom('agreement')
    .selectAll()
    .where('circleId', '=', circleId)
    .where('state', '!=', 'withdrawn')
    .orderBy('version')
    .execute()
  return rows.map(read)
}

/** What was said about the texts as they stand, by version. */
export const voicesOf = async (
  reader: Reader,
  ids: readonly Id<'agreement'>[],
): Promise<ReadonlyMap<Id<'agreement'>, Voice[]>> => {
  const rows = await reader
    .selectFrom('agreementVoice')
    .innerJoin('agreement', 'agreement.id', 'agreementVoice.agreementId')
    .select(['agreementId', 'by', 'kind', 'text', 'at'])
    .whereRef('agreementVoice.revision', '=', 'agreement.revision')
    .where('agreementId', 'in', ids)
    .orderBy('agreementId')
    .orderBy('seq')
    .execute()
  const voices = new Map<Id<'agreement'>, Voice[]>()
  for (const { agreementId, ...voice } of rows)
    voices.set(agreementId, [...(voices.get(agreementId) ?? []), voice])
  return voices
}

/** The circles in which something is proposed and which may still agree on it. */
export const circlesWithProposal = async (reader: Reader): Promise<CircleId[]> => {
  const rows = await reader
    .selectFrom('agreement')
    .innerJoin('circle', 'circle.id', 'agreement.circleId')
    .select('agreement.circleId')
    .where('agreement.state', '=', 'proposed')
    .where('circle.status', 'in', ['draft', 'active'])
    .execute()
  return rows.map(({ circleId }) => circleId)
}

export const insertAgreement = async (tx: Tx, { clauses, ...row }: AgreementRow): Promise<void> => {
  await tx
    .insertInto('agreement')
    .values({ ...row, clauses: JSON.stringify(clauses) })
    .execute()
}

export const updateAgreement = async (
  tx: Tx,
  id: Id<'agreement'>,
  { clauses, ...change }: Partial<Omit<AgreementRow, 'id' | 'circleId' | 'version'>>,
): Promise<void> => {
  const set = clauses === undefined ? change : { ...change, clauses: JSON.stringify(clauses) }
  await tx.updateTable('agreement').set(set).where('id', '=', id).execute()
}

export const insertVoice = async (
  tx: Tx,
  voice: Omit<CircleTables['agreementVoice'], 'seq'>,
): Promise<void> => {
  const { last } = await tx
    .selectFrom('agreementVoice')
    .select((select) => select.fn.max('seq').as('last'))
    .where('agreementId', '=', voice.agreementId)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('agreementVoice')
    .values({ ...voice, seq: (last ?? 0) + 1 })
    .execute()
}

/** From now on this version binds everybody who was bound, and in a circle that had no agreement all who sit there. */
export const bindToVersion = async (
  tx: Tx,
  circleId: CircleId,
  version: number,
  isFirst: boolean,
): Promise<void> => {
  await tx.updateTable('circle').set({ agreedVersion: version }).where('id', '=', circleId).execute()
  const seats = tx.updateTable('seat').set({ acceptedVersion: version }).where('circleId', '=', circleId)
  await (isFirst ? seats : seats.where('acceptedVersion', 'is not', null)).execute()
}
