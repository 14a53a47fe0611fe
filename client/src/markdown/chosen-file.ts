import { LONGEST_FILE } from '@rondo/shared/markdown/model.ts'

/** What was chosen, or why it cannot be read. */
export type ChosenFile =
  | { readonly ok: true; readonly name: string; readonly text: string }
  | { readonly ok: false; readonly problem: 'tooLong' | 'noText' }

/** One request carries less than this, however many bytes a character takes. */
const MOST_BYTES = 1_000_000

/** Reads a file that somebody chose; what is no text is told from it before it is sent. */
export async function readChosen(file: File): Promise<ChosenFile> {
  if (file.size > MOST_BYTES) return { ok: false, problem: 'tooLong' }
  const text = await textOf(file)
  if (text === undefined) return { ok: false, problem: 'noText' }
  if (text.length > LONGEST_FILE) return { ok: false, problem: 'tooLong' }
  return { ok: true, name: nameOf(file.name), text }
}

async function textOf(file: File): Promise<string | undefined> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}

/** The name of a page, should the file itself have none. */
const nameOf = (fileName: string): string =>
  fileName
    .replace(/\.\w{1,8}$/, '')
    .replace(/[\p{Cc}_]+/gu, ' ')
    .trim()
    .slice(0, 120)
