import { z } from 'zod'
import { type MemberId, memberId } from '../kernel/id.ts'
import { line, prose } from '../kernel/text.ts'
import { DAY, type Instant, instant } from '../kernel/time.ts'

/** One sentence that the circle agrees on. */
export const clause = line(300)
/** In order; no sentence twice. */
export const clauses = z
  .array(clause)
  .min(1, 'must have at least one clause')
  .max(20, 'must have at most 20 clauses')
  .refine((all) => new Set(all).size === all.length, 'must not say the same twice')

/** How long a proposal waits for those who say nothing. */
export const SILENCE: Instant = 7 * DAY

/** A comment holds nothing up; an objection does, until whoever raised it accepts or the text changes. */
export const voiceKind = z.enum(['accepts', 'objects', 'comments'])
export type VoiceKind = z.infer<typeof voiceKind>

export const voiceText = prose(2000)

export const voice = z.strictObject({
  by: memberId,
  kind: voiceKind,
  text: voiceText.nullable(),
  at: instant,
})
/** What somebody said about a proposal as it stands. */
export type Voice = z.infer<typeof voice>

export const agreementVersion = z.strictObject({
  version: z.int().min(1),
  clauses,
  proposedBy: memberId,
  inForceAt: instant,
  /** All said yes, or nobody objected for seven days. */
  how: z.enum(['all', 'silence']),
  /** Who accepted it in so many words. */
  acceptedBy: z.array(memberId),
})
/** An agreement that was, or is, in force. */
export type AgreementVersion = z.infer<typeof agreementVersion>

export const proposal = z.strictObject({
  version: z.int().min(1),
  /** Counts the texts of this proposal: each edit asks everybody anew. */
  revision: z.int().min(1),
  clauses,
  proposedBy: memberId,
  proposedAt: instant,
  editedBy: memberId,
  editedAt: instant,
  /** What was said about the text as it stands, in order. */
  voices: z.array(voice),
  /** Whose yes is needed: all who sit here and are bound already. */
  electors: z.array(memberId),
  /** When it comes into force if nobody objects; null while an objection stands. */
  settlesAt: instant.nullable(),
})
/** What may become the next version. */
export type Proposal = z.infer<typeof proposal>

type Asked = Pick<Proposal, 'editedAt' | 'voices' | 'electors'>

/** The last yes or no of each person. */
export const stancesOf = (voices: readonly Voice[]): ReadonlyMap<MemberId, 'accepts' | 'objects'> =>
  new Map(voices.flatMap(({ by, kind }) => (kind === 'comments' ? [] : [[by, kind] as const])))

/** When the seven days are over; null while somebody who has a say objects. */
export const settlesAt = ({ editedAt, voices, electors }: Asked): Instant | null => {
  const stances = stancesOf(voices)
  if (electors.some((one) => stances.get(one) === 'objects')) return null
  const objectors = new Set(voices.filter(({ kind }) => kind === 'objects').map(({ by }) => by))
  const yielded = voices.filter(({ by, kind }) => kind === 'accepts' && objectors.has(by)).map(({ at }) => at)
  return Math.max(editedAt + SILENCE, ...yielded)
}

/**
 * Whether a proposal is in force by now, since when and by what: at the last yes of all who have a say, or after seven days in which
 * nobody objected. It depends on nothing but what was said and on `now`, so whoever reads and whoever stores agree.
 */
export const settlement = (
  asked: Asked,
  now: Instant,
): { at: Instant; how: AgreementVersion['how'] } | null => {
  const stances = stancesOf(asked.voices)
  if (asked.electors.length > 0 && asked.electors.every((one) => stances.get(one) === 'accepts')) {
    const yes = asked.voices.filter(({ by, kind }) => kind === 'accepts' && asked.electors.includes(by))
    return { at: Math.max(...yes.map(({ at }) => at)), how: 'all' }
  }
  const at = settlesAt(asked)
  return at !== null && at <= now ? { at, how: 'silence' } : null
}
