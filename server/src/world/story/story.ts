import type { CaptureKind } from '@rondo/shared/document/capture-kinds.ts'

/**
 * The demo workspace as a story: who was there, what they said, what they caught. It names people and pages by short
 * keys and times by weeks and minutes, so that it can be told at any moment as if it had just happened.
 */
export type PersonKey = 'priya' | 'jonas' | 'wanjiru' | 'thiago' | 'leyla' | 'hana'
export type PageKey = 'way-in' | 'words' | 'asking'

export interface Person {
  key: PersonKey
  name: string
  timeZone: string
}

/** Text, or a reference to a person or page, or code in the line. */
export type Words = string | { person: PersonKey } | { page: PageKey } | { code: string } | { strong: string }

export type StoryBlock =
  | { type: 'said'; by: PersonKey; words: Words[] }
  | { type: 'list'; by: PersonKey; items: Words[][] }
  | { type: 'code'; by: PersonKey; text: string }
  | StoryCapture

export interface StoryCapture {
  type: 'caught'
  kind: CaptureKind
  by: PersonKey
  /** Minutes after the start. */
  minute: number
  words: Words[]
  who?: PersonKey
  /** Days after the meeting. */
  dueInDays?: number
  done?: boolean
}

export interface StorySegment {
  title: string
  minutes: number
  /** Minutes really spent; the planned ones where it was as planned. */
  spent?: number
  prompt?: string
  carryOver?: boolean
  blocks: StoryBlock[]
}

export interface StoryMeeting {
  /** 1 is the latest that is over. */
  weeksAgo: number
  title: string
  presenter: PersonKey
  attended: PersonKey[]
  segments: StorySegment[]
}

export interface StoryPage {
  key: PageKey
  title: string
  by: PersonKey
  paragraphs: Words[][]
  /** What it said at first, kept by a name; somebody else brought it to what it says. */
  draft?: { called: string; paragraphs: Words[][]; revisedBy: PersonKey }
}

export interface StoryPost {
  by: PersonKey
  /** Hours before the story is told. */
  hoursAgo: number
  words: Words[]
  /** Answers the post at this place of the thread, from 0. */
  replyTo?: number
}

export interface StoryThread {
  title: string
  posts: StoryPost[]
}

/** What somebody proposed to agree on, and what the others said. */
export interface StoryProposal {
  version: number
  by: PersonKey
  clauses: readonly string[]
  /** Who said yes, a day apart; the others were silent. */
  accepts: readonly PersonKey[]
  comment?: { by: PersonKey; words: string }
}

export interface StoryCircle {
  name: string
  purpose: string
  timeZone: string
  people: PersonKey[]
  meetings: StoryMeeting[]
  threads: StoryThread[]
  /** The version in force and, where there is one, the next that is proposed. */
  agreements: readonly StoryProposal[]
}

export const said = (by: PersonKey, ...words: Words[]): StoryBlock => ({ type: 'said', by, words })
export const list = (by: PersonKey, ...items: Words[][]): StoryBlock => ({ type: 'list', by, items })
export const code = (by: PersonKey, text: string): StoryBlock => ({ type: 'code', by, text })

const caught =
  (kind: CaptureKind) =>
  (minute: number, by: PersonKey, ...words: Words[]): StoryCapture => ({
    type: 'caught',
    kind,
    by,
    minute,
    words,
  })

export const decision = caught('decision')
export const question = caught('question')
export const insight = caught('insight')
export const win = caught('win')
export const quote = caught('quote')
export const parking = caught('parking')
export const link = caught('link')

export const next = (
  minute: number,
  by: PersonKey,
  promise: { who: PersonKey; dueInDays?: number; done?: boolean },
  ...words: Words[]
): StoryCapture => ({ type: 'caught', kind: 'next', by, minute, words, ...promise })
