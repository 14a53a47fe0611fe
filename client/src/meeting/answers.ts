import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { type Meeting, type RsvpAnswer, rsvpAnswer } from '@rondo/shared/meeting/model.ts'

/** People who gave the same answer; 'none' are those who were asked and have not said. */
export interface Answered {
  readonly answer: RsvpAnswer | 'none'
  readonly people: readonly MemberId[]
}

/** Who answered what, in the order of the answers, and last whose answer is awaited; without empty lines. */
export const answersOf = (rsvps: Meeting['rsvps'], seated: ReadonlySet<MemberId>): readonly Answered[] => {
  const said = new Set(rsvps.map((one) => one.memberId))
  const lines: Answered[] = [
    ...rsvpAnswer.options.map((answer) => ({
      answer,
      people: rsvps.filter((one) => one.answer === answer).map((one) => one.memberId),
    })),
    { answer: 'none', people: [...seated].filter((id) => !said.has(id)) },
  ]
  return lines.filter(({ people }) => people.length > 0)
}
