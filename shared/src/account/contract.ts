import { z } from 'zod'
import { guestStay } from '../guest/model.ts'
import { defineContract } from '../kernel/contract.ts'
import { circleId, invitationId, memberId } from '../kernel/id.ts'
import { line } from '../kernel/text.ts'
import { instant, timeZone } from '../kernel/time.ts'
import { account, colourScheme, email, locale, member, memberName, password, workspace } from './model.ts'

const nothing = z.null()

/** A 256-bit secret of a link, base64url. */
const invitationToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'is not a complete invitation link')

export const readSession = defineContract({
  method: 'GET',
  path: '/api/session',
  access: 'anyone',
  output: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('not-set-up'), needsCode: z.boolean(), serverTime: instant }),
    z.strictObject({ state: z.literal('signed-out'), workspace, serverTime: instant }),
    z.strictObject({ state: z.literal('guest'), workspace, guest: guestStay, serverTime: instant }),
    z.strictObject({ state: z.literal('signed-in'), workspace, account, serverTime: instant }),
  ]),
})

export const setUp = defineContract({
  method: 'POST',
  path: '/api/setup',
  access: 'anyone',
  body: z.strictObject({
    workspaceName: line(80),
    name: memberName,
    email,
    password,
    timeZone,
    locale: locale.default('en'),
    /** Asked for when the server listens on more than loopback; the console shows it. */
    code: z.string().max(64).optional(),
  }),
  output: account,
})

/** Fills an empty workspace with the demo and signs in as its first person. */
export const setUpDemo = defineContract({
  method: 'POST',
  path: '/api/setup/demo',
  access: 'anyone',
  body: z.strictObject({
    timeZone,
    locale: locale.default('en'),
    code: z.string().max(64).optional(),
  }),
  output: account,
})

export const signIn = defineContract({
  method: 'POST',
  path: '/api/sessions',
  access: 'anyone',
  body: z.strictObject({ email, password: z.string().min(1).max(256) }),
  output: account,
})

export const signOut = defineContract({
  method: 'DELETE',
  path: '/api/sessions/current',
  access: 'member',
  output: nothing,
})

export const signOutEverywhere = defineContract({
  method: 'DELETE',
  path: '/api/sessions',
  access: 'member',
  output: nothing,
})

export const changeAccount = defineContract({
  method: 'PATCH',
  path: '/api/account',
  access: 'member',
  body: z
    .strictObject({ name: memberName, timeZone, locale, colourScheme })
    .partial()
    .refine((change) => Object.keys(change).length > 0, 'must change something'),
  output: account,
})

export const changePassword = defineContract({
  method: 'POST',
  path: '/api/account/password',
  access: 'member',
  body: z.strictObject({ current: z.string().min(1).max(256), next: password }),
  output: nothing,
})

export const listMembers = defineContract({
  method: 'GET',
  path: '/api/members',
  access: 'member',
  output: z.strictObject({ members: z.array(member) }),
})

/** A single-use link; the secret is in this answer only. With a circle, accepting joins it. */
export const invite = defineContract({
  method: 'POST',
  path: '/api/invitations',
  access: 'member',
  body: z.strictObject({ circleId: circleId.optional() }),
  output: z.strictObject({ id: invitationId, link: z.url(), expiresAt: instant }),
})

/** The open invitations that the asking member made, without their secrets. */
export const listInvitations = defineContract({
  method: 'GET',
  path: '/api/invitations',
  access: 'member',
  output: z.strictObject({
    invitations: z.array(
      z.strictObject({
        id: invitationId,
        circleId: circleId.nullable(),
        createdAt: instant,
        expiresAt: instant,
      }),
    ),
  }),
})

export const revokeInvitation = defineContract({
  method: 'DELETE',
  path: '/api/invitations/:invitationId',
  access: 'member',
  params: z.strictObject({ invitationId }),
  output: nothing,
})

/** Asked by POST so that the secret never stands in an address. */
export const readInvitation = defineContract({
  method: 'POST',
  path: '/api/invitations/read',
  access: 'anyone',
  body: z.strictObject({ token: invitationToken }),
  output: z.strictObject({
    workspaceName: line(80),
    invitedBy: memberName,
    circleName: line(80).nullable(),
    expiresAt: instant,
  }),
})

/** Makes the account and signs it in. */
export const acceptInvitation = defineContract({
  method: 'POST',
  path: '/api/invitations/accept',
  access: 'anyone',
  body: z.strictObject({
    token: invitationToken,
    name: memberName,
    email,
    password,
    timeZone,
    locale: locale.default('en'),
    /** The account is the one that this browser's guest had: what they wrote stays theirs. */
    keepGuest: z.boolean().default(false),
  }),
  output: z.strictObject({ account, circleId: circleId.nullable() }),
})

/** Somebody who has an account already takes up an invitation to a circle. */
export const joinByInvitation = defineContract({
  method: 'POST',
  path: '/api/invitations/join',
  access: 'member',
  body: z.strictObject({ token: invitationToken }),
  output: z.strictObject({ circleId: circleId.nullable() }),
})

export const readMember = defineContract({
  method: 'GET',
  path: '/api/members/:memberId',
  access: 'member',
  params: z.strictObject({ memberId }),
  output: member,
})
