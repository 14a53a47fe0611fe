import type { CircleId, MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { LiveFrame } from '@rondo/shared/wire/live.ts'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import type { Audience, Recorded } from '../journal/journal.ts'
import type { Principal } from '../platform/http/http-app.ts'
import { liveLimits } from './limits.ts'
import { type Line, Listener, type Source } from './listener.ts'

const [ana, bob] = ['ana', 'bob'] as MemberId[] as [MemberId, MemberId]
const circle = 'circle' as CircleId
const principal: Principal = { memberId: ana, role: 'member', sessionId: 's' }

/** A line whose unsent bytes go away only when the test flushes them. */
class HandFlushedLine implements Line {
  readonly frames: LiveFrame[] = []
  closed: number | undefined
  unsent = 0
  readonly send = (frame: LiveFrame) => {
    this.frames.push(frame)
    this.unsent += JSON.stringify(frame).length
  }
  readonly close = (code: number) => {
    this.closed ??= code
  }
  readonly unsentBytes = () => this.unsent
  readonly flush = () => {
    this.unsent = 0
  }
  get heard(): number[] {
    return this.frames.flatMap((frame) => (frame.kind === 'fact' ? [frame.seq] : []))
  }
}

/** A journal whose tail tells only when the test says so. */
class HandDrivenSource implements Source {
  readonly journal: Recorded[] = []
  readonly hearers = new Set<Listener>()
  readonly hidden = new Set<CircleId>()
  toldUpTo = 0
  append(audience: Audience = { everyone: true }) {
    const seq = this.journal.length + 1
    this.journal.push({ seq, at: 0, name: 'member.changed', payload: { memberId: ana }, audience, by: null })
  }
  tell(upTo = this.journal.length) {
    for (const fact of this.journal.slice(this.toldUpTo, upTo)) {
      this.toldUpTo = fact.seq
      for (const hearer of this.hearers) hearer.offer(fact)
    }
  }
  readonly now = () => 0
  readonly head = async () => this.journal.length
  readonly readAfter = async (seq: number, limit: number) => this.journal.slice(seq, seq + limit)
  readonly told = () => this.toldUpTo
  readonly join = (listener: Listener) => this.hearers.add(listener)
  readonly leave = (listener: Listener) => this.hearers.delete(listener)
  asTold: Source['asTold'] = async (fact) => fact
  mayHear: Source['mayHear'] = async (_, circleId) => !this.hidden.has(circleId)
  isForGuest: Source['isForGuest'] = ({ meetingId }, { payload }) =>
    'meetingId' in payload && payload.meetingId === meetingId
  isLetIn: Source['isLetIn'] = async () => true
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

let line: HandFlushedLine
let source: HandDrivenSource
let listener: Listener
beforeEach(() => {
  line = new HandFlushedLine()
  source = new HandDrivenSource()
  listener = new Listener(principal, line, source, liveLimits)
})

const appended = (count: number) => {
  for (let i = 0; i < count; i += 1) source.append()
}

test('Who listens from now on hears the present number and then only what is new.', async () => {
  appended(3)
  source.tell()
  await listener.listen(null)
  expect(line.frames).toEqual([{ kind: 'hello', seq: 3, serverTime: 0 }])
  source.append()
  source.tell()
  await settle()
  expect(line.heard).toEqual([4])
})

test('Who names a number hears everything after it, then the stream, without a gap or a repetition.', async () => {
  appended(250)
  source.tell()
  const listening = listener.listen(20)
  appended(5)
  source.tell()
  await listening
  appended(5)
  source.tell()
  await settle()
  expect(line.heard).toEqual(Array.from({ length: 240 }, (_, i) => i + 21))
})

test('Whatever the order of appending, telling and waiting, every number after the named one arrives once, in order.', async () => {
  const step = fc.constantFrom('append', 'tell', 'wait')
  await fc.assert(
    fc.asyncProperty(
      fc.nat(8),
      fc.nat(8),
      fc.array(step, { maxLength: 40 }),
      async (before, after, steps) => {
        const own = new HandDrivenSource()
        const ownLine = new HandFlushedLine()
        for (let i = 0; i < before; i += 1) own.append()
        const from = Math.min(after, before)
        const listening = new Listener(principal, ownLine, own, liveLimits).listen(from)
        for (const one of steps) {
          if (one === 'append') own.append()
          else if (one === 'tell') own.tell()
          else await Promise.resolve()
        }
        await listening
        own.tell()
        await settle()
        const expected = Array.from({ length: own.journal.length - from }, (_, i) => from + i + 1)
        expect(ownLine.heard).toEqual(expected)
      },
    ),
  )
})

test('A number from another life of the server, or one too far back, is answered with reset.', async () => {
  appended(liveLimits.backfill + 2)
  source.tell()
  await listener.listen(liveLimits.backfill + 3)
  const late = new HandFlushedLine()
  await new Listener(principal, late, source, liveLimits).listen(1)
  for (const frames of [line.frames, late.frames])
    expect(frames.map((frame) => frame.kind)).toEqual(['hello', 'reset'])
})

test('Facts reach only those who may hear them at that moment.', async () => {
  await listener.listen(null)
  source.append({ circleId: circle })
  source.append({ members: [bob] })
  source.append({ members: [bob, ana] })
  source.tell()
  await settle()
  source.hidden.add(circle)
  source.append({ circleId: circle })
  source.append()
  source.tell()
  await settle()
  expect(line.heard).toEqual([1, 3, 5])
})

test('A seat lost while a fact waits silences that fact.', async () => {
  await listener.listen(null)
  let answer: (may: boolean) => void = () => undefined
  const slow = new HandFlushedLine()
  source.mayHear = () =>
    new Promise<boolean>((resolve) => {
      answer = resolve
    })
  const other = new Listener(principal, slow, source, liveLimits)
  await other.listen(null)
  other.offer({
    seq: 1,
    at: 0,
    name: 'circle.changed',
    payload: { circleId: circle },
    audience: { circleId: circle },
    by: null,
  })
  answer(false)
  await settle()
  expect(slow.heard).toEqual([])
})

test('Nothing is sent after the end.', async () => {
  await listener.listen(null)
  source.append({ circleId: circle })
  source.tell()
  listener.end(4401, 'signed out')
  await settle()
  expect([line.heard, line.closed, source.hearers.size]).toEqual([[], 4401, 0])
})

test('Whoever does not read is cut off; whoever reads is not.', async () => {
  const reader = new HandFlushedLine()
  await listener.listen(null)
  await new Listener(principal, reader, source, liveLimits).listen(null)
  for (let i = 0; i < 20_000 && line.closed === undefined; i += 1) {
    source.append()
    source.tell()
    reader.flush()
    await Promise.resolve()
    await Promise.resolve()
    await Promise.resolve()
  }
  expect(line.closed).toBe(4508)
  expect(line.unsent).toBeLessThan(liveLimits.unsentBytes + 1000)
  expect(reader.closed).toBeUndefined()
})

test('Too many facts waiting for an answer cut the listener off instead of filling the memory.', async () => {
  source.mayHear = () => new Promise(() => undefined)
  const stuck = new Listener(principal, line, source, liveLimits)
  await stuck.listen(null)
  for (let seq = 1; seq <= liveLimits.waiting + 2; seq += 1)
    stuck.offer({
      seq,
      at: 0,
      name: 'circle.changed',
      payload: { circleId: circle },
      audience: { circleId: circle },
      by: null,
    })
  expect(line.closed).toBe(4508)
})

test('Listening twice on one socket breaks the protocol.', async () => {
  await listener.listen(null)
  await listener.listen(null)
  expect(line.closed).toBe(4400)
})

test('A guest hears of their own meeting while they are let in, and of nothing else.', async () => {
  const own = '00000000-0000-4000-8000-00000000000a' as MeetingId
  const other = '00000000-0000-4000-8000-00000000000b' as MeetingId
  const guest = { memberId: ana, role: 'guest', meetingId: own, sessionId: 'theirs' } as const
  const hears = new Listener(guest, line, source, liveLimits)
  await hears.listen(null)
  const changed = (meetingId: MeetingId) =>
    source.journal.push({
      seq: source.journal.length + 1,
      at: 0,
      name: 'guests.changed',
      payload: { circleId: circle, meetingId },
      audience: { circleId: circle },
      by: null,
    })
  source.append()
  changed(other)
  changed(own)
  source.tell()
  await settle()
  expect(line.heard).toEqual([3])
  source.isLetIn = async () => false
  changed(own)
  source.tell()
  await settle()
  expect(line.heard).toEqual([3])
})
