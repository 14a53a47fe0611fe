import { z } from 'zod'
import { circleName } from '../circle/model.ts'
import { captureId, circleId, meetingId, memberId, notificationId, pageId, swapId } from '../kernel/id.ts'
import { prose } from '../kernel/text.ts'
import { instant, timeZone } from '../kernel/time.ts'
import { role } from '../rotation/model.ts'

/** What can be chosen about: whether to be told of it here, and by mail. */
export const TOPICS = [
  'reminders',
  'changes',
  'turns',
  'swaps',
  'rituals',
  'course',
  'thanks',
  'recordings',
] as const
export const topic = z.enum(TOPICS)
export type Topic = z.infer<typeof topic>

const meeting = { circleId, meetingId, startsAt: instant }
/** `by` is the other of the two, or who undid it; the meeting is that of the turn which the reader would have, has, or keeps. */
const swap = { ...meeting, swapId, by: memberId }

/** An invitation to speak is a word or two from one person to another. */
export const MOST_INVITING_LETTERS = 400
export const invitingText = prose(MOST_INVITING_LETTERS)

/** What somebody is told. It carries ids and instants; whoever reads it is shown the names as they are then. */
export const about = z.discriminatedUnion('kind', [
  /** A meeting is a day away. */
  z.strictObject({ kind: z.literal('reminder'), ...meeting }),
  z.strictObject({ kind: z.literal('moved'), ...meeting }),
  z.strictObject({ kind: z.literal('cancelled'), ...meeting }),
  /** Nobody presents yet, and it is this member's turn. */
  z.strictObject({ kind: z.literal('slot-offered'), ...meeting }),
  /** Two declined: whoever wants to shows something. */
  z.strictObject({ kind: z.literal('open-mic'), ...meeting }),
  /** The slot before theirs is over. */
  z.strictObject({ kind: z.literal('up-next'), ...meeting }),
  /** Whoever facilitates a meeting would like to hear them: their own words, which stand nowhere else. */
  z.strictObject({ kind: z.literal('invited'), ...meeting, by: memberId, text: invitingText }),
  /** The week's wins are collected. */
  z.strictObject({ kind: z.literal('wins-open'), ...meeting }),
  /** A meeting was wrapped up, and this member leads the next one. */
  z.strictObject({ kind: z.literal('leads-next'), ...meeting }),
  /** A host gave them a turn; they may say no. */
  z.strictObject({ kind: z.literal('assigned'), ...meeting, role, by: memberId }),
  /** A turn came to them after the reminder, for somebody else let go of it. */
  z.strictObject({ kind: z.literal('turn-came'), ...meeting, role }),
  /** Somebody would exchange a turn with them, and waits for an answer. */
  z.strictObject({ kind: z.literal('swap-offered'), ...swap }),
  z.strictObject({ kind: z.literal('swap-accepted'), ...swap }),
  z.strictObject({ kind: z.literal('swap-declined'), ...swap }),
  z.strictObject({ kind: z.literal('swap-undone'), ...swap }),
  /** The offer was taken back before they answered it. */
  z.strictObject({ kind: z.literal('swap-withdrawn'), ...swap }),
  /** Before it was answered the rota changed, so that nothing is left to exchange. */
  z.strictObject({ kind: z.literal('swap-lapsed'), ...swap }),
  /** The meeting is over, and now there is a recording of it. */
  z.strictObject({ kind: z.literal('recording-added'), ...meeting }),
  /** The circle said when it would ask itself whether to go on; that is now. */
  z.strictObject({ kind: z.literal('drift'), circleId, at: instant }),
  /** Somebody thanked them for a win. */
  z.strictObject({
    kind: z.literal('thanked'),
    circleId,
    pageId,
    meetingId: meetingId.nullable(),
    captureId,
    by: memberId,
  }),
])
export type About = z.infer<typeof about>
export type NotificationKind = About['kind']

const TOPIC_OF: Record<NotificationKind, Topic> = {
  reminder: 'reminders',
  moved: 'changes',
  cancelled: 'changes',
  'slot-offered': 'turns',
  'up-next': 'turns',
  invited: 'turns',
  'leads-next': 'turns',
  assigned: 'turns',
  'turn-came': 'turns',
  'swap-offered': 'swaps',
  'swap-accepted': 'swaps',
  'swap-declined': 'swaps',
  'swap-undone': 'swaps',
  'swap-withdrawn': 'swaps',
  'swap-lapsed': 'swaps',
  'open-mic': 'rituals',
  'wins-open': 'rituals',
  'recording-added': 'recordings',
  drift: 'course',
  thanked: 'thanks',
}

/** Whether it is about whose turn it is, so that it leads to the rota. */
export const isOfRota = (about: About): boolean =>
  about.kind === 'assigned' || about.kind === 'turn-came' || 'swapId' in about

/** What a member chooses about when they choose about this. */
export const topicOf = (kind: NotificationKind): Topic => TOPIC_OF[kind]

export const notification = z.strictObject({
  id: notificationId,
  at: instant,
  readAt: instant.nullable(),
  about,
  /** As its reader may see it now. */
  circleName,
  timeZone,
  /** The title of the meeting; null where it is about the circle. */
  title: z.string().nullable(),
  /** The roles that the reader holds in the meeting. */
  roles: z.array(z.string()),
})
export type Notification = z.infer<typeof notification>

export const choice = z.strictObject({ topic, here: z.boolean(), mail: z.boolean() })
/** Where a member wants to be told of a topic. */
export type Choice = z.infer<typeof choice>
