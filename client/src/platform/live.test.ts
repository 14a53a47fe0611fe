import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Live, type LiveNews, waitBefore } from './live.ts'

class FakeSocket extends EventTarget {
  readonly sent: unknown[] = []
  onopen: (() => void) | null = null
  onmessage: ((message: { data: unknown }) => void) | null = null
  onclose: (() => void) | null = null
  closed = false

  send(text: string): void {
    this.sent.push(JSON.parse(text))
  }
  close(): void {
    this.closed = true
  }
  hears(frame: unknown): void {
    this.onmessage?.({ data: JSON.stringify(frame) })
  }
}

const member = '00000000-0000-4000-8000-000000000001'
const fact = (seq: number) => ({
  kind: 'fact',
  seq,
  at: 1,
  name: 'member.joined',
  circleId: null,
  payload: { memberId: member },
})

let sockets: FakeSocket[]
let news: LiveNews[]
let live: Live

const last = (): FakeSocket => {
  const socket = sockets.at(-1)
  if (socket === undefined) throw new Error('no socket was opened')
  return socket
}

beforeEach(() => {
  vi.useFakeTimers()
  sockets = []
  news = []
  live = new Live({
    open: () => {
      const socket = new FakeSocket()
      sockets.push(socket)
      return socket as unknown as WebSocket
    },
    random: () => 0.5,
  })
  live.subscribe((one) => news.push(one))
  live.start()
  last().onopen?.()
})
afterEach(() => {
  live.stop()
  vi.useRealTimers()
})

describe('live facts', () => {
  it('asks from now on at first', () => {
    expect(last().sent).toEqual([{ kind: 'listen', after: null }])
  })

  it('is live after the greeting and passes facts on in order', () => {
    last().hears({ kind: 'hello', seq: 4, serverTime: 1 })
    last().hears(fact(5))
    last().hears(fact(6))
    expect(live.status).toBe('live')
    expect(news.map((one) => (one.kind === 'fact' ? one.fact.seq : one.kind))).toEqual([5, 6])
  })

  it('resumes after the last number it saw, also one it could not read', () => {
    last().hears({ kind: 'hello', seq: 4, serverTime: 1 })
    last().hears(fact(5))
    last().hears({ ...fact(6), name: 'from.the-future' })
    last().onclose?.()
    expect(live.status).toBe('away')
    vi.advanceTimersByTime(1000)
    last().onopen?.()
    expect(sockets).toHaveLength(2)
    expect(last().sent).toEqual([{ kind: 'listen', after: 6 }])
    expect(news).toHaveLength(1)
  })

  it('resumes from the greeting when nothing has happened since', () => {
    last().hears({ kind: 'hello', seq: 4, serverTime: 1 })
    last().onclose?.()
    vi.advanceTimersByTime(1000)
    last().onopen?.()
    expect(last().sent).toEqual([{ kind: 'listen', after: 4 }])
  })

  it('gives a silent connection up and tries again', () => {
    last().hears({ kind: 'hello', seq: 4, serverTime: 1 })
    const first = last()
    vi.advanceTimersByTime(36_000)
    expect(first.closed).toBe(true)
    expect(sockets.length).toBeGreaterThan(1)
  })

  it('holds on while the server beats', () => {
    last().hears({ kind: 'hello', seq: 4, serverTime: 1 })
    for (let beat = 0; beat < 6; beat++) {
      vi.advanceTimersByTime(15_000)
      last().hears({ kind: 'beat', serverTime: 1 })
    }
    expect(sockets).toHaveLength(1)
  })

  it('tells that everything is to be asked again after a reset, and goes on from there', () => {
    last().hears({ kind: 'hello', seq: 900, serverTime: 1 })
    last().hears({ kind: 'reset' })
    expect(news).toEqual([{ kind: 'reset' }])
    last().onclose?.()
    vi.advanceTimersByTime(1000)
    last().onopen?.()
    expect(last().sent).toEqual([{ kind: 'listen', after: 900 }])
  })

  it('is not disturbed by garbage', () => {
    last().onmessage?.({ data: '{' })
    last().hears({ kind: 'surprise' })
    last().onmessage?.({ data: new ArrayBuffer(2) })
    expect(news).toEqual([])
  })

  it('says nothing more once stopped', () => {
    live.stop()
    last().hears(fact(9))
    vi.advanceTimersByTime(60_000)
    expect(sockets).toHaveLength(1)
    expect(news).toEqual([])
  })
})

describe('the wait before another try', () => {
  it('lies anywhere up to a limit that doubles and stays under twenty seconds', () => {
    expect(waitBefore(0, 1)).toBe(500)
    expect(waitBefore(3, 1)).toBe(4000)
    expect(waitBefore(30, 1)).toBe(20_000)
    expect(waitBefore(3, 0)).toBe(0)
  })
})
