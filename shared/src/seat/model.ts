import { z } from 'zod'
import { capture } from '../capture/model.ts'
import { circleId, meetingId, memberId, segmentId } from '../kernel/id.ts'
import { prose } from '../kernel/text.ts'
import { instant, timeZone } from '../kernel/time.ts'

export const ANSWER_LENGTH = 4000

/** What somebody answers in their own time: a few paragraphs of plain text. */
export const answerText = prose(ANSWER_LENGTH)

/** An answer that was given; `changedAt` names the state of it that somebody saw. */
export const answer = z.strictObject({ memberId, text: answerText, at: instant, changedAt: instant })
export type Answer = z.infer<typeof answer>

/** What a segment asks: its prompt, or nothing but its title. */
export const prompt = z.strictObject({
  segmentId,
  title: z.string(),
  prompt: z.string().nullable(),
})
export type Prompt = z.infer<typeof prompt>

/** A prompt as one reader sees it. */
export const promptSeen = prompt.extend({
  /** The segment is not in the page any more; what was answered to it is kept. */
  isGone: z.boolean(),
  /** Who answered, in the order of answering: that is all anybody sees of others before the answers are theirs to read. */
  answered: z.array(memberId),
  mine: answer.nullable(),
  /** The answers of others; null while they are not the reader's to read. */
  others: z.array(answer).nullable(),
})
export type PromptSeen = z.infer<typeof promptSeen>

/** 1: it was not worth the time; 5: very much so. */
export const mark = z.int().min(1).max(5)

/** Whether a meeting was worth it, of at least so many people; to half a mark, so that it says nothing about any one of them. */
export const worth = z.strictObject({ average: z.number().min(1).max(5), atLeast: z.int().min(5) })
export type Worth = z.infer<typeof worth>

export const seat = z.strictObject({
  /** When answers are taken; null where the meeting was cancelled. */
  window: z.strictObject({ opensAt: instant, closesAt: instant }).nullable(),
  prompts: z.array(promptSeen),
  /** Who answered anything: they are present, asynchronously. */
  present: z.array(memberId),
  /** Since when the page is final, and whether it was changed since; null while it is not. */
  final: z.strictObject({ at: instant, isChanged: z.boolean() }).nullable(),
  /** Null until the window closed, and for fewer than five. */
  worth: worth.nullable(),
  /** Whether the reader is asked, or was and said it, if it was worth it; null for who was not in the room. */
  worthAsked: z.enum(['open', 'given']).nullable(),
})
export type Seat = z.infer<typeof seat>

const place = {
  meetingId,
  circleId,
  circleName: z.string(),
  title: z.string(),
  startsAt: instant,
  timeZone,
  closesAt: instant,
}

/** A meeting that somebody takes part in in their own time, with what they have not answered yet. */
export const toAnswer = z.strictObject({
  ...place,
  opensAt: instant,
  left: z.array(prompt),
  given: z.int().min(0),
})
export type ToAnswer = z.infer<typeof toAnswer>

/** What somebody who was not there has to know, in two minutes. */
export const catchUp = z.strictObject({
  ...place,
  wrappedAt: instant,
  decisions: z.array(capture),
  /** What the reader is to do. */
  steps: z.array(capture),
  questions: z.array(capture),
  /** The prompts that wait for the reader while the window is open. */
  asked: z.array(prompt),
  /** What did not fit into two minutes and stands in the notes. */
  more: z.int().min(0),
  minutes: z.int().min(1).max(2),
})
export type CatchUp = z.infer<typeof catchUp>
