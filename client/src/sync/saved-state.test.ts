import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  advance,
  atFirst,
  type Progress,
  type SavedEvent,
  savedState,
  unsafeEdits,
  wouldLose,
} from './saved-state.ts'

const anyEvent: fc.Arbitrary<SavedEvent> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<SavedEvent>({ kind: 'edited' }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('sent' as const), whole: fc.boolean() }) },
  { weight: 3, arbitrary: fc.constant<SavedEvent>({ kind: 'opened' }) },
  { weight: 2, arbitrary: fc.constant<SavedEvent>({ kind: 'closed' }) },
  { weight: 1, arbitrary: fc.constant<SavedEvent>({ kind: 'ended', reason: 'signed-out' }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('acked' as const), count: fc.nat({ max: 8 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('rejected' as const),
      count: fc.nat({ max: 8 }),
      reason: fc.constant('read-only' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('mode' as const),
      mode: fc.constantFrom('write', 'read', 'read-for-now'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('stored' as const), edits: fc.nat({ max: 12 }) }) },
)

const having = (...events: readonly SavedEvent[]): Progress => events.reduce(advance, atFirst)
const edited: SavedEvent = { kind: 'edited' }
const answer: SavedEvent = { kind: 'sent', whole: true }
const sent: SavedEvent = { kind: 'sent', whole: false }
const opened: SavedEvent = { kind: 'opened' }
const acked = (count: number): SavedEvent => ({ kind: 'acked', count })

/** What really happened, kept in the plainest way: which edits went out in which frame of this connection. */
class Witness {
  #open = false
  #edits = 0
  #frames: number[] = []
  #acked = 0

  see(event: SavedEvent): void {
    if (event.kind === 'edited') this.#edits += 1
    if (event.kind === 'closed' || event.kind === 'ended') this.#open = false
    if (event.kind === 'opened') {
      this.#open = true
      this.#frames = []
      this.#acked = 0
    }
    if (event.kind === 'sent' && this.#open) this.#frames.push(this.#edits)
    if (event.kind === 'acked' && this.#open) {
      this.#acked = Math.max(this.#acked, Math.min(event.count, this.#frames.length))
    }
  }

  get maySaySaved(): boolean {
    const allAcked = this.#open && this.#frames.length > 0 && this.#acked === this.#frames.length
    return allAcked
  }
}

describe('the saved mark', () => {
  it('never says saved while a frame is unacknowledged or the line is down', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        const witness = new Witness()
        let progress = atFirst
        for (const event of events) {
          progress = advance(progress, event)
          witness.see(event)
          if (savedState(progress).kind === 'saved') expect(witness.maySaySaved).toBe(true)
        }
      }),
      { numRuns: 5_000 },
    )
  })

  it('never says saved while an edit has not been in an acknowledged frame', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        let progress = atFirst
        let safe = 0
        let frames: number[] = []
        let made = 0
        let open = false
        let answered = false
        for (const event of events) {
          progress = advance(progress, event)
          if (event.kind === 'edited') made += 1
          if (event.kind === 'opened') [open, frames, answered] = [true, [], false]
          if (event.kind === 'closed' || event.kind === 'ended') open = false
          if (event.kind === 'sent' && open) {
            answered ||= event.whole
            frames.push(answered ? made : 0)
          }
          if (event.kind === 'acked' && open)
            safe = Math.max(safe, frames[Math.min(event.count, frames.length) - 1] ?? 0)
          if (savedState(progress).kind === 'saved') expect(safe).toBe(made)
          expect(unsafeEdits(progress)).toBeGreaterThanOrEqual(made - safe)
        }
      }),
      { numRuns: 5_000 },
    )
  })

  it('would be caught lying if it forgot the edits since the last frame', () => {
    const careless = ({ sent: frames, acked: confirmed, line }: Progress): boolean =>
      line === 'open' && frames > 0 && frames === confirmed
    const progress = having(opened, answer, acked(1), edited)
    expect(careless(progress)).toBe(true)
    expect(savedState(progress)).toEqual({ kind: 'saving' })
  })

  it('does not take an edit for safe that was made offline and is not in the frame that was confirmed', () => {
    const progress = having(edited, opened, edited, sent, acked(1))
    expect(savedState(progress)).toEqual({ kind: 'saving' })
    expect(unsafeEdits(progress)).toBe(2)
    expect(savedState([answer, acked(2)].reduce(advance, progress))).toEqual({ kind: 'saved' })
  })

  it('says saved after the first acknowledgement of a connection', () => {
    expect(savedState(having(opened))).toEqual({ kind: 'saving' })
    expect(savedState(having(opened, answer))).toEqual({ kind: 'saving' })
    expect(savedState(having(opened, answer, acked(1)))).toEqual({ kind: 'saved' })
  })

  it('counts the edits that are only here while the line is down', () => {
    const progress = having(
      opened,
      answer,
      acked(1),
      edited,
      sent,
      edited,
      sent,
      acked(2),
      { kind: 'closed' },
      edited,
    )
    expect(savedState(progress)).toEqual({ kind: 'kept', count: 2, onDevice: false })
    expect(savedState(advance(progress, { kind: 'stored', edits: 3 }))).toEqual({
      kind: 'kept',
      count: 2,
      onDevice: true,
    })
  })

  it('says saved again when a new connection confirms what the old one left open', () => {
    const progress = having(opened, answer, edited, sent, { kind: 'closed' }, opened, answer, acked(1))
    expect(savedState(progress)).toEqual({ kind: 'saved' })
  })

  it('is blocked by a rejection until a later frame is confirmed', () => {
    const rejected: SavedEvent = { kind: 'rejected', count: 2, reason: 'read-only' }
    const progress = having(opened, answer, acked(1), edited, sent, rejected)
    expect(savedState(progress)).toEqual({ kind: 'blocked', reason: 'read-only' })
    expect(savedState([answer, acked(3)].reduce(advance, progress))).toEqual({ kind: 'saved' })
  })

  it('is blocked when the line ended for good, until it opens again', () => {
    const progress = having(opened, { kind: 'ended', reason: 'signed-out' }, { kind: 'closed' })
    expect(savedState(progress)).toEqual({ kind: 'blocked', reason: 'signed-out' })
    expect(
      savedState(having(opened, { kind: 'ended', reason: 'signed-out' }, opened, answer, acked(1))).kind,
    ).toBe('saved')
  })

  it('lets a tab go only when the server or this device has everything', () => {
    expect(wouldLose(having(opened, answer, acked(1)))).toBe(false)
    expect(wouldLose(having(opened, answer, edited, sent))).toBe(true)
    expect(wouldLose(having(opened, answer, edited, sent, { kind: 'stored', edits: 1 }))).toBe(false)
    expect(wouldLose(having(opened, answer, edited, sent, acked(2)))).toBe(false)
  })
})
