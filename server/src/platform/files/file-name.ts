const NAME = /^[a-z]+(\/[a-z0-9][a-z0-9-]{0,63}){1,4}$/

/** Whether a name may be kept: no part of it can lead anywhere else, on any file system and in any address. */
export const isFileName = (name: string): boolean => NAME.test(name)

/** @throws on what no room of ours would call a file. */
export const expectFileName = (name: string): void => {
  if (!isFileName(name)) throw new Error('A file was named in a way that no store accepts.')
}
