import type { InputOf } from '@rondo/shared/kernel/contract.ts'
import type { changeMeeting } from '@rondo/shared/meeting/contract.ts'
import { instantIn, type LocalTime, localTimeIn } from './zone-time.ts'

type Change = InputOf<typeof changeMeeting>['body']

interface Plan {
  readonly title: string
  readonly startsAt: number
  readonly timeZone: string
}

/** What differs from the plan, so that nobody overwrites what they did not touch; undefined where nothing does. */
export const changedPlan = (
  plan: Plan,
  { title, day, time }: LocalTime & { title: string },
): Change | undefined => {
  const was = localTimeIn(plan.timeZone, plan.startsAt)
  const startsAt = was.day === day && was.time === time ? undefined : instantIn(plan.timeZone, { day, time })
  const renamed = title.trim() === plan.title ? undefined : title
  if (startsAt === undefined && renamed === undefined) return undefined
  return {
    ...(renamed === undefined ? {} : { title: renamed }),
    ...(startsAt === undefined ? {} : { startsAt }),
    from: {
      ...(renamed === undefined ? {} : { title: plan.title }),
      ...(startsAt === undefined ? {} : { startsAt: plan.startsAt }),
    },
  }
}
