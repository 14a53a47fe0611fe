import { z } from 'zod'
import { defineContract } from '../kernel/contract.ts'
import { circleId } from '../kernel/id.ts'
import { hour, ritual, ritualName } from './model.ts'

const rituals = z.strictObject({ rituals: z.array(ritual) })

export const listRituals = defineContract({
  method: 'GET',
  path: '/api/circles/:circleId/rituals',
  access: 'member',
  params: z.strictObject({ circleId }),
  output: rituals,
})

/** A host turns a ritual on or off, or gives it another hour. `version` is the one that they saw. */
export const changeRitual = defineContract({
  method: 'PATCH',
  path: '/api/circles/:circleId/rituals/:name',
  access: 'member',
  params: z.strictObject({ circleId, name: ritualName }),
  body: z.strictObject({ version: z.int().min(0), isOn: z.boolean().optional(), hour: hour.optional() }),
  output: rituals,
})
