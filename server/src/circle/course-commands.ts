import type { Actor } from '@rondo/shared/account/model.ts'
import type { Course, DriftChoice, Exit } from '@rondo/shared/circle/course.ts'
import { driftOf, exitsMet } from '@rondo/shared/circle/drift.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Context } from '../journal/context.ts'
import { type Tx, transact } from '../platform/db/database.ts'
import { ABSENT, permit } from './access.ts'
import { courseFor, mayChoose } from './course-queries.ts'
import { type CourseRow, courseOf, keepCourse } from './course-store.ts'
import { nameOf } from './members.ts'
import type { CircleNeighbours } from './neighbours.ts'
import { beginClosing } from './status-commands.ts'
import { findCircle } from './store.ts'
import { ensureStory } from './story-commands.ts'

interface CourseChange {
  revision: number
  goals?: string[] | undefined
  exit?: Exit | undefined
}

export const changeCourse = (
  context: Context,
  neighbours: CircleNeighbours,
  actor: Actor,
  circleId: CircleId,
  { revision, goals, exit }: CourseChange,
): Promise<Result<Course>> =>
  transact(context.db, async (tx) => {
    const permitted = await permit(tx, actor, 'manage', circleId)
    if (!permitted.ok) return permitted
    const found = await courseSeen(tx, circleId, revision)
    if (!found.ok) return found
    const before = found.value
    const marks = new Map(before.goals.map(({ text, metAt }) => [text, metAt]))
    await keep(context, tx, actor, circleId, {
      ...before,
      goals: goals?.map((text) => ({ text, metAt: marks.get(text) ?? null })) ?? before.goals,
      exit: exit ?? before.exit,
      revision: revision + 1,
    })
    return courseFor(tx, neighbours, actor, circleId, context.clock.now())
  })

/** Whoever saw an older course is told who changed it. */
const courseSeen = async (tx: Tx, circleId: CircleId, revision: number): Promise<Result<CourseRow>> => {
  const course = await courseOf(tx, circleId)
  if (course.revision === revision) return accept(course)
  const winner = await nameOf(tx, course.changedBy ?? undefined)
  return refuse('conflict', `${winner} changed the goals or the exit meanwhile. Look at them, then decide.`, {
    reason: 'circle.course-moved',
  })
}

const keep = async (
  { journal }: Context,
  tx: Tx,
  { memberId }: Actor,
  circleId: CircleId,
  course: CourseRow,
): Promise<void> => {
  await keepCourse(tx, circleId, { ...course, changedBy: memberId })
  await journal.append(tx, [
    { name: 'circle.course-changed', payload: { circleId }, audience: { circleId }, by: memberId },
  ])
}

/** A mark is put or taken; the words name the goal, so it counts also where somebody changed another one. */
export const markGoal = (
  context: Context,
  neighbours: CircleNeighbours,
  actor: Actor,
  circleId: CircleId,
  { text, isMet }: { text: string; isMet: boolean },
): Promise<Result<Course>> =>
  transact(context.db, async (tx) => {
    const permitted = await permit(tx, actor, 'write', circleId)
    if (!permitted.ok) return permitted
    const course = await courseOf(tx, circleId)
    const goal = course.goals.find((one) => one.text === text)
    if (goal === undefined)
      return refuse(
        'conflict',
        `${await nameOf(tx, course.changedBy ?? undefined)} changed this goal meanwhile.`,
        {
          reason: 'circle.goal-gone',
        },
      )
    const now = context.clock.now()
    if ((goal.metAt !== null) !== isMet) {
      const goals = course.goals.map((one) => (one === goal ? { text, metAt: isMet ? now : null } : one))
      await keep(context, tx, actor, circleId, { ...course, goals })
    }
    return courseFor(tx, neighbours, actor, circleId, now)
  })

interface Choice {
  choice: DriftChoice
  revision: number
  exit?: Exit | undefined
}

/** What a drifting circle does next. Of two who choose at once the first decides. */
export const chooseCourse = async (
  context: Context,
  neighbours: CircleNeighbours,
  actor: Actor,
  circleId: CircleId,
  choice: Choice,
): Promise<Result<Course>> => {
  const chosen = await transact(context.db, (tx) => choose(context, neighbours, tx, actor, circleId, choice))
  if (!chosen.ok || choice.choice !== 'close') return chosen
  const story = await ensureStory(context, neighbours, actor, circleId)
  return story.ok ? courseFor(context.db.read, neighbours, actor, circleId, context.clock.now()) : chosen
}

const choose = async (
  context: Context,
  neighbours: CircleNeighbours,
  tx: Tx,
  actor: Actor,
  circleId: CircleId,
  { choice, revision, exit }: Choice,
): Promise<Result<Course>> => {
  const now = context.clock.now()
  const permitted = await permit(tx, actor, 'belong', circleId)
  if (!permitted.ok) return permitted
  const circle = await findCircle(tx, circleId)
  if (circle === undefined) return { ok: false, refusal: ABSENT }
  const found = await courseSeen(tx, circleId, revision)
  if (!found.ok) return found
  const meetings = await neighbours.pastMeetings(tx, circleId, now)
  if (driftOf({ ...circle, ...found.value, meetings }, now).length === 0)
    return refuse('conflict', 'Nothing asks for this choice any more: somebody may have chosen already.', {
      reason: 'circle.no-drift',
    })
  if (!mayChoose(actor, permitted.value, await neighbours.nextFacilitator(tx, circleId, now)))
    return refuse('forbidden', 'The next facilitator chooses how the circle goes on, or a host.', {
      reason: 'circle.not-asked',
    })
  const course = { ...found.value, exit: exit ?? found.value.exit, revision: revision + 1, renewedAt: now }
  if (choice === 'close') await beginClosing(context, tx, actor, circleId)
  else if (exitsMet({ ...circle, ...course, meetings }, now).length > 0)
    return refuse('conflict', 'This exit is reached already. To go on, choose a later one, or none.', {
      reason: 'circle.exit-still-met',
    })
  await keep(context, tx, actor, circleId, course)
  return courseFor(tx, neighbours, actor, circleId, now)
}
