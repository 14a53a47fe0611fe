import { readFileSync } from 'node:fs'

/** One line of minutes as somebody would type it again. */
export type Line =
  | { readonly kind: 'heading'; readonly text: string }
  /** Something to be done; `who` is the person it names. */
  | { readonly kind: 'action'; readonly text: string; readonly who: string | undefined }
  /** A point of a list, 0 for the outermost. */
  | { readonly kind: 'point'; readonly text: string; readonly depth: number }

const LINK = /\[((?:[^[\]]|\[[^\]]*\])*)\]\(https?:[^)]*\)/g
const BULLET = /^(?<indent> *)[*-] (?:\[[ x]\] )?(?<text>.+)$/
const PERSON = /@(\w+ \w)\b/

/** The words of a line: links by their labels, and no marks. */
const wordsOf = (text: string): string =>
  text
    .replace(LINK, '$1')
    .replace(/\*\*|`/g, '')
    .replace(/[[\]]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Reads minutes written in Markdown: headings, what was promised under "Action items", and nested points. */
export const readMinutes = (file: string): Line[] => {
  let section = ''
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line): Line[] => {
      const heading = /^#+ (.+)$/.exec(line)?.[1]
      if (heading !== undefined) {
        section = wordsOf(heading)
        return [{ kind: 'heading', text: section }]
      }
      const { indent = '', text = '' } = BULLET.exec(line)?.groups ?? {}
      const words = wordsOf(text)
      if (words === '') return []
      const depth = Math.round(indent.length / 4)
      if (section !== 'Action items' || depth > 0)
        return [{ kind: 'point', text: words.replaceAll('@', ''), depth }]
      const who = PERSON.exec(words)?.[1]
      return [{ kind: 'action', text: words.replace(PERSON, '').replace(/\s+/g, ' ').trim(), who }]
    })
}
