import { type MemberId, memberId } from '@rondo/shared/kernel/id.ts'

/** One piece of a post as it is drawn. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mention'; readonly memberId: MemberId }
  | { readonly kind: 'link'; readonly href: string }

const TOKEN = /@\[([0-9a-f-]{36})\]|https?:\/\/[^\s<>"'`]+/giu
/** What ends a sentence does not belong to the address before it. */
const TAIL = /[.,;:!?)\]}»”’]+$/u

/**
 * A body as paragraphs of pieces: text, people and http(s) addresses, and nothing else. Whatever looks like
 * markup stays text. Blank lines part paragraphs, single line breaks stay in the text.
 */
export const paragraphsOf = (body: string): readonly (readonly Piece[])[] =>
  body
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map(piecesOf)

export const piecesOf = (text: string): readonly Piece[] => {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(TOKEN)) {
    const piece = pieceOf(match)
    if (piece === null) continue
    if (match.index > from) pieces.push({ kind: 'text', text: text.slice(from, match.index) })
    pieces.push(piece.piece)
    from = match.index + piece.length
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) })
  return pieces
}

const pieceOf = (match: RegExpExecArray): { piece: Piece; length: number } | null => {
  if (match[1] !== undefined) {
    const id = memberId.safeParse(match[1])
    return id.success ? { piece: { kind: 'mention', memberId: id.data }, length: match[0].length } : null
  }
  const href = withoutTail(match[0])
  return isAddress(href) ? { piece: { kind: 'link', href }, length: href.length } : null
}

/** A closing bracket stays where the address itself opened one, as in Wikipedia's. */
const withoutTail = (address: string): string => {
  const tail = TAIL.exec(address)?.[0] ?? ''
  const bare = address.slice(0, address.length - tail.length)
  return tail.startsWith(')') && bare.includes('(') && !bare.includes(')') ? `${bare})` : bare
}

const isAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return (protocol === 'http:' || protocol === 'https:') && hostname !== ''
}

/** The first words of a body on one line, for a quote above a reply. */
export const excerptOf = (body: string, nameOf: (id: MemberId) => string, max = 120): string => {
  const line = piecesOf(body.replace(/\s+/gu, ' ').trim())
    .map((piece) => wordsOf(piece, nameOf))
    .join('')
  const characters = [...line]
  return characters.length <= max
    ? line
    : `${characters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`
}

const wordsOf = (piece: Piece, nameOf: (id: MemberId) => string): string => {
  switch (piece.kind) {
    case 'text':
      return piece.text
    case 'mention':
      return `@${nameOf(piece.memberId)}`
    case 'link':
      return piece.href
  }
}
