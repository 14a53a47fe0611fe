import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  advance,
  atFirst,
  isWaiting,
  type Progress,
  type SavedEvent,
  type SavedState,
  savedState,
  wouldLose,
} from './saved-state.ts'

const anyEvent: fc.Arbitrary<SavedEvent> = fc.oneof(
  { weight: 8, arbitrary: fc.constant<SavedEvent>({ kind: 'edited' }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('sent' as const), whole: fc.boolean() }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('acked' as const), count: fc.nat({ max: 9 }) }) },
  { weight: 3, arbitrary: fc.constant<SavedEvent>({ kind: 'opened' }) },
  { weight: 2, arbitrary: fc.constant<SavedEvent>({ kind: 'closed' }) },
  { weight: 1, arbitrary: fc.constant<SavedEvent>({ kind: 'ended', reason: 'signed-out' }) },
  { weight: 2, arbitrary: fc.constant<SavedEvent>({ kind: 'waited' }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('stored' as const), edits: fc.nat({ max: 20 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('rejected' as const),
      count: fc.nat({ max: 9 }),
      reason: fc.constantFrom('read-only' as const, 'not-stored' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('mode' as const),
      mode: fc.constantFrom('write', 'read', 'read-for-now'),
    }),
  },
)

/** What really became of each edit, kept in the plainest way: a list of them, and where each is. */
class World {
  #edits = 0
  #open = false
  #whole = false
  #frames: number[] = []
  #onServer = 0
  #onDisk = 0
  #isTooLong = false

  see(event: SavedEvent, owedBefore: boolean): void {
    if (event.kind === 'edited') this.#edits += 1
    if (event.kind === 'stored') this.#onDisk = Math.max(this.#onDisk, Math.min(event.edits, this.#edits))
    if (event.kind === 'waited' && owedBefore) this.#isTooLong = true
    if (event.kind === 'opened') [this.#open, this.#whole, this.#frames] = [true, false, []]
    if (event.kind === 'closed' || event.kind === 'ended') this.#open = false
    if (!this.#open) return
    if (event.kind === 'sent') {
      this.#whole ||= event.whole
      this.#frames.push(this.#whole ? this.#edits : 0)
    }
    if (event.kind === 'acked') this.#confirm(Math.min(event.count, this.#frames.length))
  }

  #confirmed = 0
  #confirm(count: number): void {
    if (this.#frames.length > 0 && count > 0) this.#isTooLong &&= count <= this.#confirmed
    this.#confirmed = Math.max(this.#confirmed, count)
    this.#onServer = Math.max(this.#onServer, this.#frames[count - 1] ?? 0)
  }

  forgetCount(): void {
    this.#confirmed = 0
  }

  /** What is untrue in what is said; undefined: nothing. */
  lieIn(said: SavedState, mayClose: boolean): string | undefined {
    const isSafe = this.#onServer === this.#edits
    if (said.kind === 'saved' && !(this.#open && isSafe)) return 'saved, and it is not'
    if (said.kind === 'saving' && this.#isTooLong) return 'saving, for too long'
    if ('onDevice' in said && said.onDevice && this.#onDisk < this.#edits)
      return 'on this device, and it is not'
    if ('count' in said && said.count < this.#edits - this.#onServer) return 'fewer than there are'
    if (mayClose && Math.max(this.#onServer, this.#onDisk) < this.#edits)
      return 'may be closed, and would lose'
    return undefined
  }
}

type Mark = {
  readonly advance: typeof advance
  readonly savedState: typeof savedState
  readonly wouldLose: typeof wouldLose
}
const honest: Mark = { advance, savedState, wouldLose }

const firstLie = (mark: Mark, events: readonly SavedEvent[]): string | undefined => {
  const world = new World()
  let progress: Progress = atFirst
  for (const event of events) {
    const owed = isWaiting(progress)
    progress = mark.advance(progress, event)
    if (event.kind === 'opened') world.forgetCount()
    world.see(event, owed)
    const lie = world.lieIn(mark.savedState(progress), !mark.wouldLose(progress))
    if (lie !== undefined) return lie
  }
  return undefined
}

const seeds = [11, 2_026, 77_001, 910_114]
const stories = 1_000
/** A liar is found sooner. */
const storiesOfLiars = 100
const eventsEach = { minLength: 40, maxLength: 120 }

/** Tells many stories and answers the lies that were found, and how many events there were. */
const tell = (mark: Mark, numRuns: number): { lies: Set<string>; events: number } => {
  const lies = new Set<string>()
  let events = 0
  for (const seed of seeds) {
    const sample = fc.sample(fc.array(anyEvent, { ...eventsEach, size: 'max' }), { seed, numRuns })
    for (const story of sample) {
      events += story.length
      const lie = firstLie(mark, story)
      if (lie !== undefined) lies.add(lie)
    }
  }
  return { lies, events }
}

const broken: readonly (readonly [string, Mark, string])[] = [
  [
    'takes what was sent for saved',
    {
      ...honest,
      advance: (progress, event) => {
        const next = advance(progress, event)
        return event.kind === 'sent' ? advance(next, { kind: 'acked', count: next.sent }) : next
      },
    },
    'saved, and it is not',
  ],
  [
    'forgets what was edited since the last frame',
    {
      ...honest,
      savedState: (progress) =>
        progress.line === 'open' && progress.answered && progress.acked === progress.sent
          ? { kind: 'saved' }
          : savedState(progress),
    },
    'saved, and it is not',
  ],
  [
    'believes acknowledgements of an earlier connection',
    {
      ...honest,
      advance: (progress, event) =>
        event.kind === 'opened' ? { ...progress, line: 'open' } : advance(progress, event),
    },
    'saved, and it is not',
  ],
  [
    'takes an edit for kept when the disk was only asked',
    {
      ...honest,
      advance: (progress, event) => {
        const next = advance(progress, event)
        return event.kind === 'edited' ? advance(next, { kind: 'stored', edits: next.edits }) : next
      },
    },
    'on this device, and it is not',
  ],
  [
    'never loses patience',
    {
      ...honest,
      advance: (progress, event) => (event.kind === 'waited' ? progress : advance(progress, event)),
    },
    'saving, for too long',
  ],
  ['lets every tab go', { ...honest, wouldLose: () => false }, 'may be closed, and would lose'],
]

describe('the mark', () => {
  it('tells no lie in more than a hundred thousand random events', () => {
    const { lies, events } = tell(honest, stories)
    expect([...lies]).toEqual([])
    expect(events).toBeGreaterThan(100_000)
  })

  it.each(broken)('is caught when it %s', (_how, mark, lie) => {
    expect([...tell(mark, storiesOfLiars).lies]).toContain(lie)
  })
})
