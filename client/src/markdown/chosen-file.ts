import { LONGEST_FILE, MOST_FILE_BYTES } from '@rondo/shared/markdown/model.ts'
import { readTextFile } from '../platform/read-text-file.ts'

/** What was chosen, or why it cannot be read. */
export type ChosenFile =
  | { readonly ok: true; readonly name: string; readonly text: string }
  | { readonly ok: false; readonly problem: 'tooLong' | 'noText' }

/** Reads a file that somebody chose; what is no text is told from it before it is sent. */
export async function readChosen(file: File): Promise<ChosenFile> {
  if (file.size > MOST_FILE_BYTES) return { ok: false, problem: 'tooLong' }
  const text = await readTextFile(file)
  if (text === undefined) return { ok: false, problem: 'noText' }
  if (text.length > LONGEST_FILE) return { ok: false, problem: 'tooLong' }
  return { ok: true, name: nameOf(file.name), text }
}

/** The name of a page, should the file itself have none. */
const nameOf = (fileName: string): string =>
  fileName
    .replace(/\.\w{1,8}$/, '')
    .replace(/[\p{Cc}_]+/gu, ' ')
    .trim()
    .slice(0, 120)
