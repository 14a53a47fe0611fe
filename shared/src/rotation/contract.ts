import { z } from 'zod'
import { defineContract } from '../kernel/contract.ts'
import { circleId } from '../kernel/id.ts'
import { service, turn } from './model.ts'

/** The facilitators of the next four meetings with the reason for each, and the ledger, newest first, for the circle's own people. */
export const readRotation = defineContract({
  method: 'GET',
  path: '/api/circles/:circleId/rotation',
  access: 'member',
  params: z.strictObject({ circleId }),
  output: z.strictObject({ turns: z.array(turn), ledger: z.array(service) }),
})
