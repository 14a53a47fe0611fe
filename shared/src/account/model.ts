import { z } from 'zod'
import { type MeetingId, type MemberId, memberId } from '../kernel/id.ts'
import { line } from '../kernel/text.ts'
import { instant, timeZone } from '../kernel/time.ts'

/** Languages of the interface. 'pseudo' is English stretched and accented, for tests. */
export const LOCALES = ['en', 'de', 'pseudo'] as const
export const locale = z.enum(LOCALES)
export type Locale = z.infer<typeof locale>

export const colourScheme = z.enum(['auto', 'light', 'dark'])

export const memberName = line(80)
/** A plain address of at most 254 characters; quoted local parts and comments are refused. */
export const email = z.email().max(254).toLowerCase()
/** At least 12 characters, as OWASP ASVS 5.0 6.2 asks; no rules about their kinds. */
export const password = z
  .string()
  .min(12, 'must be at least 12 characters')
  .max(256, 'must be at most 256 characters')

/** What every member may see of a member. */
export const member = z.strictObject({
  id: memberId,
  name: memberName,
  /** 1 to 16: the person's place in the palette, by order of joining the workspace. */
  colour: z.int().min(1).max(16),
  timeZone,
  role: z.enum(['owner', 'member']),
  joinedAt: instant,
})
export type Member = z.infer<typeof member>

/** What a member sees of their own account. */
export const account = member.extend({ email, locale, colourScheme })
export type Account = z.infer<typeof account>

export const workspace = z.strictObject({ name: line(80) })
export type Workspace = z.infer<typeof workspace>

/** The person a request comes from, as the rules see them. A guest came by a link to one meeting and is nobody elsewhere. */
export type Actor = { memberId: MemberId; role: Member['role'] } | GuestActor

export interface GuestActor {
  memberId: MemberId
  role: 'guest'
  meetingId: MeetingId
}
