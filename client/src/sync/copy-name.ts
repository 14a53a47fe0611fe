/** Whose copy, and of which document in which generation. */
export type CopyOf = {
  readonly memberId: string
  readonly documentId: string
  readonly generation: number
}

const separator = ':'
const copyName = /^([^:]+):([^:]+):(\d+)$/

/** The name of the database. */
export const nameOfCopy = ({ memberId, documentId, generation }: CopyOf): string =>
  [memberId, documentId, generation].join(separator)

/** Whose copy a database is; undefined for one that is none. */
export const copyOfName = (name: string): CopyOf | undefined => {
  const [, memberId, documentId, generation] = copyName.exec(name) ?? []
  if (memberId === undefined || documentId === undefined) return undefined
  return { memberId, documentId, generation: Number(generation) }
}
