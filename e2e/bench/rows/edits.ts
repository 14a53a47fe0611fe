import { performance } from 'node:perf_hooks'
import type { Figure, Goal } from '../figures/figure.ts'
import { ofBestYjs, ofRelay } from '../figures/goals.ts'
import { EditMeter } from '../load/edit-meter.ts'
import { atRate } from '../load/pace.ts'
import { Typist } from '../load/typist.ts'
import type { Server } from '../servers/server.ts'
import type { Row, Scale } from './row.ts'
import { joinAll, leaveAll, type Shape, shapes } from './shape.ts'

/** What was measured while people typed at a fixed rate. */
export interface EditReadings {
  /** Processor milliseconds of the server for 1,000 deliveries. */
  cpu: number
  /** Deliveries a second that arrived. */
  rate: number
  p50: number
  p99: number
}

/**
 * Lets people type at a fixed rate, one character after the other. A delivery is one character seen by one other client.
 *
 * @param deliveries wanted, a second
 */
export const measureEdits = async (
  server: Server,
  shape: Shape,
  first: number,
  deliveries: number,
  ms: { warmUp: number; measured: number },
): Promise<EditReadings> => {
  const meter = new EditMeter()
  const all = await joinAll(server, shape, first)
  const typists = all
    .filter(({ person }) => person < shape.writers)
    .map(({ client, state }) => {
      const typist = new Typist(client, state)
      client.listen((heard, payload) => {
        if (heard === 'update') meter.arrived(payload, typist.id)
      })
      return typist
    })
  for (const { client, person } of all)
    if (person >= shape.writers)
      client.listen((heard, payload) => {
        if (heard === 'update') meter.arrived(payload, -1)
      })
  const type = (index: number): void => {
    const typist = typists[index % typists.length]
    if (typist === undefined) return
    meter.sent(typist.id, typist.clock)
    typist.type()
  }
  const perSecond = deliveries / (shape.people - 1)
  await atRate(perSecond, ms.warmUp, type)
  meter.restart()
  const [cpuBefore, before] = [server.cpuMs(), performance.now()]
  await atRate(perSecond, ms.measured, type)
  const [cpu, elapsed] = [server.cpuMs() - cpuBefore, performance.now() - before]
  const readings = {
    cpu: (cpu / meter.deliveries) * 1000,
    rate: (meter.deliveries / elapsed) * 1000,
    p50: meter.latency.quantile(0.5),
    p99: meter.latency.quantile(0.99),
  }
  await leaveAll(all)
  return readings
}

const rates = [2_000, 16_000, 64_000]
/** Times what the relay needs, at each rate. */
const factors: Record<string, readonly number[]> = { '1×50': [1.3, 1.1, 1], '20×10': [1.5, 1.1, 1] }
/** Fresh documents for so many measurements; then they are written on in. */
const SETS = 8

const figures = (shape: Shape, step: number): Figure[] => {
  const isSlowest = shape.documents === 1 && step === 0
  const latency: { goal?: Goal } = isSlowest ? { goal: ofBestYjs(1) } : {}
  return [
    { key: 'cpu', title: 'cpu ms per 1,000', goal: ofRelay(factors[shape.name]?.[step] ?? 1) },
    { key: 'rate', title: 'arrived a second' },
    { key: 'p50', title: 'p50 ms', ...latency },
    { key: 'p99', title: 'p99 ms', ...latency },
  ]
}

/** What a delivery costs at three rates in each shape. */
export const editRows = ({ seconds, runs, isQuick }: Scale): Row[] =>
  shapes.flatMap((shape) =>
    rates.map((rate, step) => ({
      name: 'fan-out',
      title: `edits ${shape.name} at ${rate / 1000}k`,
      figures: figures(shape, step),
      documents: shape.documents * Math.min(SETS, runs),
      needsKeeping: false,
      measure: async (server, first, round) => ({
        ...(await measureEdits(server, shape, first + (round % SETS) * shape.documents, rate, {
          warmUp: isQuick ? 500 : 1_000,
          measured: seconds * 1000,
        })),
      }),
    })),
  )
