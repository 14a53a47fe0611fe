import { readFileSync } from 'node:fs'

/** One line of minutes as somebody would type it again. */
export type Line =
  | { readonly kind: 'heading'; readonly text: string }
  /** Something to be done; `who` is the person it names. */
  | { readonly kind: 'action'; readonly text: string; readonly who: string | undefined }
  /** What a note-taker marks as decided, and what they ask: told by how the line begins or ends, where `marks` are wanted. */
  | { readonly kind: 'decision' | 'question'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
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

const PROMISES = /^action items?$/i
const DECIDED = /^(?:consensus|conclusion|decision|decided|resolved)\b/i

/** What a point is where captures are wanted: only the outermost, for a capture stands by itself. */
const markOf = (text: string, depth: number): Line | undefined => {
  if (DECIDED.test(text) && !text.endsWith(':')) return { kind: 'decision', text }
  return depth === 0 && text.endsWith('?') ? { kind: 'question', text } : undefined
}

/**
 * Reads minutes written in Markdown: headings, what was promised under "Action items", paragraphs and nested points; with
 * `marks` also what was decided and asked.
 */
export const readMinutes = (file: string, { marks = false } = {}): Line[] => {
  let section = ''
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line): Line[] => {
      const heading = /^#+ (.+)$/.exec(line)?.[1]
      if (heading !== undefined) {
        section = wordsOf(heading)
        return [{ kind: 'heading', text: section }]
      }
      const point = BULLET.exec(line)?.groups
      const { indent = '', text = '' } = point ?? { text: line }
      const words = wordsOf(text)
      if (words === '') return []
      if (point === undefined) return [{ kind: 'paragraph', text: words.replaceAll('@', '') }]
      const depth = Math.round(indent.length / 4)
      const plain = words.replaceAll('@', '')
      if (!PROMISES.test(section) || depth > 0)
        return [(marks ? markOf(plain, depth) : undefined) ?? { kind: 'point', text: plain, depth }]
      const who = PERSON.exec(words)?.[1]
      return [{ kind: 'action', text: words.replace(PERSON, '').replace(/\s+/g, ' ').trim(), who }]
    })
}
