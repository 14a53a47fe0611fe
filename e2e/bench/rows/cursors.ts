import { performance } from 'node:perf_hooks'
import { moreThanRelay } from '../figures/goals.ts'
import { CursorMeter } from '../load/cursor-meter.ts'
import { atRate } from '../load/pace.ts'
import type { Server } from '../servers/server.ts'
import { settled } from '../servers/settled.ts'
import { cursorEntries } from '../wire/cursors.ts'
import { MostSearch } from './most.ts'
import type { Row, Scale } from './row.ts'
import { joinAll, leaveAll, type Shape, shapes } from './shape.ts'

const LATEST_MS = 200
const ENOUGH = 0.95
const WARM_UP_MS = 500

interface CursorReadings {
  cpu: number
  /** Deliveries a second, as `CursorMeter` counts them. */
  rate: number
  p99: number
}

/** Everybody moves, in turns, at a fixed rate. */
const measureCursors = async (
  server: Server,
  shape: Shape,
  first: number,
  deliveries: number,
  measuredMs: number,
): Promise<CursorReadings> => {
  const meter = new CursorMeter()
  const all = await joinAll(server, shape, first)
  const movers = all.map(({ client }) => {
    const mover = { client, id: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0, moves: 0 }
    const watch = meter.watcher(mover.id)
    client.listen((heard, payload) => {
      if (heard === 'presence') watch(payload)
    })
    return mover
  })
  const move = (index: number): void => {
    const mover = movers[index % movers.length]
    if (mover === undefined) return
    mover.moves += 1
    meter.sent(mover.id, mover.moves)
    const { dialect, document } = mover.client.seat
    mover.client.socket.send(dialect.presence(document, cursorEntries(mover.id, mover.moves)))
  }
  const perSecond = deliveries / (shape.people - 1)
  await atRate(perSecond, WARM_UP_MS, move)
  meter.begin()
  const [cpuBefore, before] = [server.cpuMs(), performance.now()]
  await atRate(perSecond, measuredMs, move)
  const elapsed = performance.now() - before
  meter.end()
  // What has not come by then was too late in any case.
  await new Promise((resolve) => setTimeout(resolve, 2 * LATEST_MS))
  const cpu = server.cpuMs() - cpuBefore
  const { count } = meter.lag
  const readings = {
    cpu: (cpu / count) * 1000,
    rate: (count / elapsed) * 1000,
    p99: meter.lag.quantile(0.99),
  }
  await leaveAll(all)
  return readings
}

/**
 * The most moves a second, times those who saw each, at which 99 of 100 were seen within a fifth of a second. What counts
 * as seen stands at `CursorMeter`, and is the same for all.
 */
export const cursorRows = ({ seconds, isQuick }: Scale): Row[] =>
  shapes.slice(0, isQuick ? 1 : 2).map((shape) => {
    const search = new MostSearch(isQuick ? 1 : 4)
    return {
      name: 'cursors',
      title: `cursors ${shape.name}, most`,
      figures: [
        { key: 'most', title: 'a second known within 200 ms', goal: moreThanRelay },
        { key: 'cpu', title: 'cpu ms per 1,000 at that rate' },
      ],
      documents: shape.documents,
      needsKeeping: false,
      measure: async (server, first) => {
        let cpuAtBest = Number.NaN
        let best = 0
        const most = await search.run(server.name, async (offered) => {
          const { rate, p99, cpu } = await measureCursors(server, shape, first, offered, seconds * 700)
          await settled(server)
          const isGood = p99 < LATEST_MS && rate > offered * ENOUGH
          if (isGood && rate > best) [best, cpuAtBest] = [rate, cpu]
          return { isGood, rate }
        })
        return { most, cpu: cpuAtBest }
      },
    }
  })
