import { z } from 'zod'
import { defineContract } from '../kernel/contract.ts'
import { circleId, pageId } from '../kernel/id.ts'
import { course, driftChoice, exit, goalText } from './course.ts'

const params = z.strictObject({ circleId })
const revision = z.int().min(0)

/** The goals of a circle, how far it is, and whether it should ask itself how to go on. */
export const readCourse = defineContract({
  method: 'GET',
  path: '/api/circles/:circleId/course',
  access: 'member',
  params,
  output: course,
})

/** A host says where the circle goes. A goal that keeps its words keeps its mark. */
export const changeCourse = defineContract({
  method: 'PATCH',
  path: '/api/circles/:circleId/course',
  access: 'member',
  params,
  body: z
    .strictObject({
      revision,
      goals: z
        .array(goalText)
        .max(12, 'must have at most 12 goals')
        .refine((all) => new Set(all).size === all.length, 'must not name the same goal twice')
        .optional(),
      exit: exit.optional(),
    })
    .refine(({ goals, exit: until }) => goals !== undefined || until !== undefined, 'must change something'),
  output: course,
})

/** A member marks a goal, named by its words, as met, or as not met after all. */
export const markGoal = defineContract({
  method: 'POST',
  path: '/api/circles/:circleId/course/goals',
  access: 'member',
  params,
  body: z.strictObject({ text: goalText, isMet: z.boolean() }),
  output: course,
})

/**
 * What a circle that drifts does next: it goes on (with another exit, where the present one is met), changes its format, or closes with a
 * ceremony. The next facilitator chooses, or a host.
 */
export const chooseCourse = defineContract({
  method: 'POST',
  path: '/api/circles/:circleId/course/choice',
  access: 'member',
  params,
  body: z.strictObject({ choice: driftChoice, revision, exit: exit.optional() }),
  output: course,
})

/** The page that tells the story of a closing circle, drafted if nobody did so yet. */
export const draftStory = defineContract({
  method: 'POST',
  path: '/api/circles/:circleId/story',
  access: 'member',
  params,
  output: z.strictObject({ pageId }),
})
