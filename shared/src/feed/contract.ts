import { z } from 'zod'
import { defineContract } from '../kernel/contract.ts'
import { circleId } from '../kernel/id.ts'
import { instant } from '../kernel/time.ts'

/** What a calendar link shows: the meetings of one circle, or (null) of all in which its owner sits. */
const scope = z.strictObject({ circleId: circleId.nullable() })

/** The asking member's calendar links. Their addresses are known to nobody but whoever copied them. */
export const listFeeds = defineContract({
  method: 'GET',
  path: '/api/feeds',
  access: 'member',
  output: z.strictObject({ feeds: z.array(scope.extend({ madeAt: instant })) }),
})

/** Makes a link, which is shown this once. The one before it is dead from now on. */
export const renewFeed = defineContract({
  method: 'POST',
  path: '/api/feeds',
  access: 'member',
  body: scope,
  output: z.strictObject({ url: z.url() }),
})

/** Kills a link without making another one. */
export const endFeed = defineContract({
  method: 'POST',
  path: '/api/feeds/end',
  access: 'member',
  body: scope,
  output: z.null(),
})
