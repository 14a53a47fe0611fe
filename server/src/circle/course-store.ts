import { type Course, type Exit, exit, type Goal, goal, NO_EXIT } from '@rondo/shared/circle/course.ts'
import type { CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import { z } from 'zod'
import type { Reader, Tx } from '../platform/db/database.ts'

/** The course of a circle as it is kept; the rest of a {@link Course} is derived. */
export interface CourseRow extends Pick<Course, 'revision' | 'storyPageId'> {
  goals: Goal[]
  exit: Exit
  changedBy: MemberId | null
  /** When the circle last chose to go on. */
  renewedAt: Instant | null
}

const NO_COURSE: CourseRow = {
  goals: [],
  exit: NO_EXIT,
  revision: 0,
  changedBy: null,
  renewedAt: null,
  storyPageId: null,
}

const goals = z.array(goal)

export const courseOf = async (reader: Reader, circleId: CircleId): Promise<CourseRow> => {
  const row = await reader
    .selectFrom('circleCourse')
    .selectAll()
    .where('circleId', '=', circleId)
    .executeTakeFirst()
  if (row === undefined) return NO_COURSE
  const { circleId: _, ...rest } = row
  return { ...rest, goals: goals.parse(JSON.parse(row.goals)), exit: exit.parse(JSON.parse(row.exit)) }
}

export const keepCourse = async (tx: Tx, circleId: CircleId, course: CourseRow): Promise<void> => {
  const row = { ...course, goals: JSON.stringify(course.goals), exit: JSON.stringify(course.exit) }
  await tx
    .insertInto('circleCourse')
    .values({ circleId, ...row })
    .onConflict((conflict) => conflict.column('circleId').doUpdateSet(row))
    .execute()
}
