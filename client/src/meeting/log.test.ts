import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeEvents } from './log.ts'
import { close, hana, jonas, logOf, priya, started, walk } from './sample-room.tsx'

const whole = logOf(
  ...started,
  { type: 'joined', memberId: jonas, after: 1, by: jonas },
  { type: 'segment-entered', segmentId: walk, after: 6 },
  { type: 'role-handed-over', role: 'facilitator', from: priya, to: hana, after: 8 },
  { type: 'segment-entered', segmentId: close, after: 25, by: hana },
  { type: 'wrapped', after: 35, by: hana },
)

describe('a log that arrives in pieces', () => {
  it('folds to the same state in whatever order and however often its events come', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: whole.length }),
        fc.array(fc.constantFrom(...whole), { maxLength: 30 }),
        (fetched, repeated) => {
          const rest = whole.slice(fetched)
          const arrived = [...repeated, ...rest.toReversed(), ...repeated]
          const merged = mergeEvents(whole.slice(0, fetched), arrived)
          expect(merged.gap).toBe(false)
          expect(foldMeeting(merged.events)).toEqual(foldMeeting(whole))
        },
      ),
    )
  })

  it('stands still before a hole, and says that there is one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: whole.length - 1 }), (lost) => {
        const arrived = whole.filter((event) => event.seq !== lost)
        const merged = mergeEvents([], arrived)
        expect(merged.gap).toBe(true)
        expect(merged.events).toEqual(whole.slice(0, lost - 1))
      }),
    )
  })
})
