import { z } from 'zod'
import { memberId, pageId } from '../kernel/id.ts'
import { line } from '../kernel/text.ts'
import { day, instant } from '../kernel/time.ts'
import { driftReason } from './drift.ts'

export const goalText = line(160)

export const goal = z.strictObject({ text: goalText, metAt: instant.nullable() })
/** Something the circle wants to have reached. */
export type Goal = z.infer<typeof goal>

export const exit = z.strictObject({
  /** On this day, in the circle's zone. */
  on: day.nullable(),
  /** After as many meetings, counted from its first. */
  meetings: z.int().min(1).max(999).nullable(),
  /** When all goals are met. */
  goals: z.boolean(),
})
/** When the circle has done what it is for; the first that is met counts. */
export type Exit = z.infer<typeof exit>

export const NO_EXIT: Exit = { on: null, meetings: null, goals: false }

export const course = z.strictObject({
  goals: z.array(goal),
  exit,
  /** Counts the changes; whoever changes says which one they saw. */
  revision: z.int().min(0),
  /** How many meetings were held. */
  held: z.int().min(0),
  /** Why the circle should ask itself how to go on; empty when nothing suggests it. */
  drift: z.array(driftReason),
  /** Who is asked: the next facilitator. */
  askedOf: memberId.nullable(),
  /** Whether the asking member may choose. */
  mayChoose: z.boolean(),
  /** The page that tells the story of the circle, once it is closing. */
  storyPageId: pageId.nullable(),
})
/** Where a circle wants to go, how far it is, and whether it should ask itself about it. */
export type Course = z.infer<typeof course>

/** What the next facilitator may choose when a circle drifts. */
export const driftChoice = z.enum(['renew', 'change-format', 'close'])
export type DriftChoice = z.infer<typeof driftChoice>
