import type { Format, OwnFormat } from '@rondo/shared/format/model.ts'
import type { CircleId, FormatId } from '@rondo/shared/kernel/id.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { FormatTables } from '../platform/db/tables/format.ts'

type Row = FormatTables['ownFormat']

export const formatsOf = async (reader: Reader, circleId: CircleId): Promise<OwnFormat[]> => {
  const rows = await reader
    .selectFrom('ownFormat')
    .selectAll()
    .where('circleId', '=', circleId)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(toFormat)
}

/** A format by its id, in its circle and nowhere else. */
export const findFormat = async (
  reader: Reader,
  circleId: CircleId,
  id: FormatId,
): Promise<OwnFormat | undefined> => {
  const row = await reader
    .selectFrom('ownFormat')
    .selectAll()
    .where('id', '=', id)
    .where('circleId', '=', circleId)
    .executeTakeFirst()
  return row && toFormat(row)
}

export const insertFormat = async (tx: Tx, format: OwnFormat): Promise<void> => {
  await tx.insertInto('ownFormat').values(toRow(format)).execute()
}

export const replaceFormat = async (tx: Tx, format: OwnFormat): Promise<void> => {
  const { id, ...row } = toRow(format)
  await tx.updateTable('ownFormat').set(row).where('id', '=', id).execute()
}

export const deleteFormat = async (tx: Tx, id: FormatId): Promise<void> => {
  await tx.deleteFrom('ownFormat').where('id', '=', id).execute()
}

const toFormat = ({ shape, ...row }: Row): OwnFormat => {
  const { about, segments, roles, page }: Omit<Format, 'name'> = JSON.parse(shape)
  return { ...row, about, segments, roles, page }
}

const toRow = ({ about, segments, roles, page, ...row }: OwnFormat): Row => ({
  ...row,
  shape: JSON.stringify({ about, segments, roles, page }),
})
