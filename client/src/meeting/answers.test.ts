import { describe, expect, it } from 'vitest'
import { answersOf } from './answers.ts'
import { hana, jonas, priya } from './sample-room.tsx'

const seated = new Set([priya, jonas, hana])

describe('who answered what', () => {
  it('names everybody who was asked before anybody answered', () => {
    expect(answersOf([], seated)).toEqual([{ answer: 'none', people: [priya, jonas, hana] }])
  })

  it('gathers the same answers, those who come first, and last who has not said', () => {
    const rsvps = [
      { memberId: jonas, answer: 'not-this-time' as const },
      { memberId: hana, answer: 'there' as const },
    ]
    expect(answersOf(rsvps, seated)).toEqual([
      { answer: 'there', people: [hana] },
      { answer: 'not-this-time', people: [jonas] },
      { answer: 'none', people: [priya] },
    ])
  })

  it('keeps the answer of somebody who has left the circle, and waits for nobody else', () => {
    const rsvps = [{ memberId: jonas, answer: 'there' as const }]
    expect(answersOf(rsvps, new Set())).toEqual([{ answer: 'there', people: [jonas] }])
  })
})
