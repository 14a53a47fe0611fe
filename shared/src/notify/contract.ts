import { z } from 'zod'
import { email } from '../account/model.ts'
import { defineContract } from '../kernel/contract.ts'
import { meetingId, memberId, notificationId } from '../kernel/id.ts'
import { line } from '../kernel/text.ts'
import { choice, invitingText, notification, topic } from './model.ts'

/** The latest hundred, newest first, of what the member may still read; and how many of all were not read. */
export const listNotifications = defineContract({
  method: 'GET',
  path: '/api/notifications',
  access: 'member',
  output: z.strictObject({ notifications: z.array(notification), unread: z.int().min(0) }),
})

/** Marks own ones as read; others and unknown ones are passed over. */
export const readNotifications = defineContract({
  method: 'POST',
  path: '/api/notifications/read',
  access: 'member',
  body: z.strictObject({ ids: z.array(notificationId).min(1).max(200) }),
  output: z.null(),
})

const choices = z.strictObject({
  choices: z.array(choice),
  /** Where mails go; null where this workspace sends none. */
  mailTo: email.nullable(),
})

export const listChoices = defineContract({
  method: 'GET',
  path: '/api/notifications/choices',
  access: 'member',
  output: choices,
})

export const choose = defineContract({
  method: 'PATCH',
  path: '/api/notifications/choices',
  access: 'member',
  body: z.strictObject({ topic, here: z.boolean().optional(), mail: z.boolean().optional() }),
  output: choices,
})

/** What a signed link of a mail stands for; null is every mail. The address of a link is a page with a button. */
const token = z.string().min(1).max(400)
const subscription = z.strictObject({ topic: topic.nullable(), workspaceName: line(80), isOn: z.boolean() })

/** Asked by POST, so that looking changes nothing and no secret stands in an address of the API. */
export const readSubscription = defineContract({
  method: 'POST',
  path: '/api/unsubscribe/read',
  access: 'anyone',
  body: z.strictObject({ token }),
  output: subscription,
})

export const unsubscribe = defineContract({
  method: 'POST',
  path: '/api/unsubscribe',
  access: 'anyone',
  body: z.strictObject({ token }),
  output: subscription,
})

/**
 * Whoever facilitates a live meeting writes to one member, who has not spoken, in their own name. That member alone is told;
 * neither the meeting's log nor any list knows of it. Too often is refused (429).
 */
export const inviteToSpeak = defineContract({
  method: 'POST',
  path: '/api/meetings/:meetingId/floor/invite',
  access: 'member',
  params: z.strictObject({ meetingId }),
  body: z.strictObject({ to: memberId, text: invitingText }),
  output: z.null(),
})
