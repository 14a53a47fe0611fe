/** Why storage takes nothing: there is no room, or it may only be read. */
export type StorageTrouble = 'full' | 'read-only'

const troubles: readonly (readonly [RegExp, StorageTrouble])[] = [
  [/^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL)$/, 'full'],
  [/^(EROFS|SQLITE_READONLY\w*)$/, 'read-only'],
]

/**
 * The log cannot take anything right now, and nothing of what it was given is stored. Reading goes on, and writing will
 * as soon as there is room again. Any other fault of a log leaves open what became of the batch.
 */
export class StorageRefuses extends Error {
  override readonly name = 'StorageRefuses'
  readonly trouble: StorageTrouble

  constructor(trouble: StorageTrouble, options?: ErrorOptions) {
    super(trouble === 'full' ? 'The storage is full.' : 'The storage can only be read.', options)
    this.trouble = trouble
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** What a fault of the file system or of SQLite says about the storage; null when it says nothing of the kind. */
export const refusalIn = (error: unknown): StorageRefuses | null => {
  if (error instanceof StorageRefuses) return error
  const code = codeOf(error)
  const [, trouble] = troubles.find(([pattern]) => pattern.test(code)) ?? []
  return trouble === undefined ? null : new StorageRefuses(trouble, { cause: error })
}
