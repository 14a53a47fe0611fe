import * as contract from '@rondo/shared/circle/course-contract.ts'
import type { Context } from '../journal/context.ts'
import type { HttpApp } from '../platform/http/http-app.ts'
import { route } from '../platform/http/route.ts'
import * as commands from './course-commands.ts'
import { readCourse } from './course-queries.ts'
import type { CircleNeighbours } from './neighbours.ts'
import { ensureStory } from './story-commands.ts'

export const courseRoutes = (app: HttpApp, context: Context, neighbours: CircleNeighbours): void => {
  route(app, contract.readCourse, ({ actor, params }) =>
    readCourse(context, neighbours, actor, params.circleId),
  )
  route(app, contract.changeCourse, ({ actor, params, body }) =>
    commands.changeCourse(context, neighbours, actor, params.circleId, body),
  )
  route(app, contract.markGoal, ({ actor, params, body }) =>
    commands.markGoal(context, neighbours, actor, params.circleId, body),
  )
  route(app, contract.chooseCourse, ({ actor, params, body }) =>
    commands.chooseCourse(context, neighbours, actor, params.circleId, body),
  )
  route(app, contract.draftStory, async ({ actor, params }) => {
    const story = await ensureStory(context, neighbours, actor, params.circleId)
    return story.ok ? { ok: true, value: { pageId: story.value } } : story
  })
}
