import { z } from 'zod'
import { circleId, formatId, memberId } from '../kernel/id.ts'
import { line, prose } from '../kernel/text.ts'
import { instant } from '../kernel/time.ts'
import { segmentPart } from './part.ts'

/** A segment as a meeting is scheduled with it; in the page it becomes a block. */
export const plannedSegment = z.strictObject({
  title: line(120),
  minutes: z.int().min(0).max(600),
  prompt: line(400).optional(),
  /** Shows the open next steps and questions of earlier meetings. */
  carryOver: z.boolean().default(false),
  part: segmentPart.optional(),
})
export type PlannedSegment = z.infer<typeof plannedSegment>

/** The formats that every circle has, in the order in which they are offered. */
export const PRESETS = [
  'brown-bag',
  'learning-circle',
  'rotating-pairs',
  'shadowing',
  'study-sprint',
  'pair-programming',
  'architecture-review',
  'critique-lab',
  'portfolio-swap',
  'micro-lesson',
  'demo-day',
  'friday-wins',
  'lightning-retrospective',
] as const
export const presetId = z.enum(PRESETS)
export type PresetId = z.infer<typeof presetId>

/** What a meeting or a cadence calls its format by: a preset, or one of the circle's own. */
export const formatRef = z.union([presetId, formatId])
export type FormatRef = z.infer<typeof formatRef>

/** What the page starts with above its agenda: lines, of which `#`, `-`, `1.` and `[ ]` make headings and lists. */
export const pageTemplate = prose(4000).or(z.literal(''))

export const MOST_SEGMENTS = 40

/** A role of a format: one that the product knows, one of the circle's own by its id, or words for one. */
const formatRole = line(40)

/** Who is needed. */
export const formatRoles = z
  .array(formatRole)
  .min(1)
  .max(12)
  .refine((roles) => new Set(roles.map(sameRole)).size === roles.length, 'must name each role once')
  .refine((roles) => roles.includes('facilitator'), 'must keep the facilitator')

/** The shape of a meeting. */
export const format = z.strictObject({
  name: line(60),
  about: line(160),
  segments: z.array(plannedSegment).min(1).max(MOST_SEGMENTS),
  roles: formatRoles,
  page: pageTemplate,
})
export type Format = z.infer<typeof format>

const sameRole = (role: string): string => role.toLocaleLowerCase('en').normalize('NFKC')

/** A format that a circle keeps for itself. */
export const ownFormat = z.strictObject({
  ...format.shape,
  id: formatId,
  circleId,
  /** 1, 2, 3 … with every change. Whoever changes it names the version that they saw. */
  version: z.int().min(1),
  /** The preset it grew out of. */
  basedOn: presetId.nullable(),
  changedBy: memberId,
  changedAt: instant,
})
export type OwnFormat = z.infer<typeof ownFormat>

/** A circle has at most so many of its own. */
export const MOST_OWN_FORMATS = 60
