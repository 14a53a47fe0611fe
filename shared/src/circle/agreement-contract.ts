import { z } from 'zod'
import { defineContract } from '../kernel/contract.ts'
import { circleId } from '../kernel/id.ts'
import { agreementVersion, clauses, proposal, voiceKind, voiceText } from './agreement.ts'

const params = z.strictObject({ circleId })

/** The agreement of a circle: what holds, what is proposed, and what held before, newest first. */
const agreement = z.strictObject({
  inForce: agreementVersion.nullable(),
  proposal: proposal.nullable(),
  history: z.array(agreementVersion),
})

/** The text of a proposal that the asker saw; whoever is late is told. */
const seen = { version: z.int().min(1), revision: z.int().min(1) }

export const readAgreement = defineContract({
  method: 'GET',
  path: '/api/circles/:circleId/agreement',
  access: 'member',
  params,
  output: agreement,
})

/** Proposes the version after `from`, the one in force (0: none), and accepts it oneself. One proposal at a time. */
export const proposeAgreement = defineContract({
  method: 'POST',
  path: '/api/circles/:circleId/agreement/proposal',
  access: 'member',
  params,
  body: z.strictObject({ clauses, from: z.int().min(0) }),
  output: agreement,
})

/** Changes the text of a proposal: everybody is asked anew, and the seven days begin again. */
export const editProposal = defineContract({
  method: 'PATCH',
  path: '/api/circles/:circleId/agreement/proposal',
  access: 'member',
  params,
  body: z.strictObject({ clauses, ...seen }),
  output: agreement,
})

/** Takes a proposal back: by whoever proposed it, or a host. */
export const withdrawProposal = defineContract({
  method: 'POST',
  path: '/api/circles/:circleId/agreement/proposal/withdrawal',
  access: 'member',
  params,
  body: z.strictObject(seen),
  output: agreement,
})

/** Accepts a proposal, comments on it or objects; an objection says why. */
export const answerProposal = defineContract({
  method: 'POST',
  path: '/api/circles/:circleId/agreement/proposal/voices',
  access: 'member',
  params,
  body: z
    .strictObject({ ...seen, kind: voiceKind, text: voiceText.optional() })
    .refine(({ kind, text }) => kind === 'accepts' || text !== undefined, {
      path: ['text'],
      message: 'must say why',
    }),
  output: agreement,
})

/** Accepts the version that is in force: a newcomer does so before they write. */
export const acceptAgreement = defineContract({
  method: 'POST',
  path: '/api/circles/:circleId/agreement/acceptances',
  access: 'member',
  params,
  body: z.strictObject({ version: z.int().min(1) }),
  output: agreement,
})
