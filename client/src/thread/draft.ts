import { type MemberId, memberId } from '@rondo/shared/kernel/id.ts'
import { z } from 'zod'

/** A person picked while writing: where their name stands in the text, "@" included. */
const mention = z.strictObject({ from: z.int().min(0), length: z.int().min(2), memberId })

/** What is being written: names as people read them, and beside the text whom they mean. */
export const draft = z.strictObject({ text: z.string().max(20_000), mentions: z.array(mention).max(500) })
export type Draft = z.infer<typeof draft>

export const EMPTY: Draft = { text: '', mentions: [] }

/**
 * The draft after its text was changed by hand. A mention before or behind the change moves along; one that the
 * change touched is text from now on, so a half-deleted name never calls anybody.
 */
export const retyped = (before: Draft, text: string): Draft => {
  const start = commonStart(before.text, text)
  const end = commonEnd(before.text, text, start)
  const shift = text.length - before.text.length
  const until = before.text.length - end
  return {
    text,
    mentions: before.mentions.flatMap((one) => {
      if (one.from + one.length <= start) return [one]
      return one.from >= until ? [{ ...one, from: one.from + shift }] : []
    }),
  }
}

const commonStart = (a: string, b: string): number => {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  return at
}

const commonEnd = (a: string, b: string, start: number): number => {
  let count = 0
  const most = Math.min(a.length, b.length) - start
  while (count < most && a[a.length - 1 - count] === b[b.length - 1 - count]) count++
  return count
}

/** What stands between the last "@" and the caret, if a name may be meant; names have up to three words. */
export const searchAt = (text: string, caret: number): { from: number; words: string } | null => {
  const match = /(?:^|[\s(«“"'])@([\p{L}\p{M}\p{N}'’.-]*(?: [\p{L}\p{M}\p{N}'’.-]+){0,2})$/u.exec(
    text.slice(0, caret),
  )
  if (match?.[1] === undefined) return null
  return { from: caret - match[1].length - 1, words: match[1] }
}

/** Puts a person in the place of what was searched; the caret belongs behind the space that follows. */
export const mentioned = (
  before: Draft,
  place: { from: number; to: number },
  person: { id: MemberId; name: string },
): { draft: Draft; caret: number } => {
  const name = `@${person.name}`
  const rest = before.text.slice(place.to)
  const space = rest.startsWith(' ') ? '' : ' '
  const text = `${before.text.slice(0, place.from)}${name}${space}${rest}`
  const kept = retyped(before, text).mentions
  const mentions = [...kept, { from: place.from, length: name.length, memberId: person.id }]
  return {
    draft: { text, mentions: mentions.toSorted((a, b) => a.from - b.from) },
    caret: place.from + name.length + 1,
  }
}

/** The draft as it is sent: every picked name becomes `@[id]`. */
export const bodyOf = (written: Draft): string => {
  let body = ''
  let from = 0
  for (const one of written.mentions) {
    body += `${written.text.slice(from, one.from)}@[${one.memberId}]`
    from = one.from + one.length
  }
  return (body + written.text.slice(from)).trim()
}
