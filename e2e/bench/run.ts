import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { type FanOut, measureFanOut, SHAPES } from './fan-out.ts'
import { LARGE, measureColdJoin, measureMemory, writeLarge } from './join-and-memory.ts'
import { makePeers, type Peer } from './peer.ts'
import { machineMs } from './process-meter.ts'
import { median } from './quantile.ts'

/**
 * `npm run bench [-- --runs N --seconds N]`: this server beside a bare relay and Hocuspocus, on the same work in one run.
 * Peers take turns within each round, so that whatever else the machine does hits all of them. The tables give medians
 * over the rounds with the least and the greatest in brackets, and the ratio of our median to each peer's.
 */
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, seconds: { type: 'string', default: '3' } },
})
const runs = Number(values.runs)
const seconds = Number(values.seconds)
const RATES = [2_000, 16_000, 64_000]
const MEMORY_DOCUMENTS = 200
/** Documents of the fan-out come first, then the large one, then those whose memory is measured. */
const largeDocument = 20
const memoryDocuments = Array.from({ length: MEMORY_DOCUMENTS }, (_, index) => largeDocument + 1 + index)

type Samples = Map<Peer['name'], number[]>

const collect = (samples: Samples, name: Peer['name'], value: number): void => {
  samples.set(name, [...(samples.get(name) ?? []), value])
}

const digits = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(1))

const cell = (values: readonly number[] | undefined): string =>
  values === undefined
    ? 'keeps nothing'
    : `${digits(median(values))} (${digits(Math.min(...values))} to ${digits(Math.max(...values))})`

const ratio = (samples: Samples, name: Peer['name']): string => {
  const [ours, theirs] = [samples.get('rondo'), samples.get(name)]
  return ours && theirs ? (median(ours) / median(theirs)).toFixed(2) : ''
}

const row = (title: string, samples: Samples): string =>
  `| ${title} | ${cell(samples.get('rondo'))} | ${cell(samples.get('relay'))} | ${cell(samples.get('hocuspocus'))} | ${ratio(samples, 'relay')} | ${ratio(samples, 'hocuspocus')} |`

const head = (what: string): string =>
  `| ${what} | this server | relay | Hocuspocus | ÷ relay | ÷ Hocuspocus |\n| --- | --- | --- | --- | --- | --- |`

const fanOut = async (peers: readonly Peer[]): Promise<void> => {
  for (const shape of SHAPES) {
    console.log(`\nFan-out ${shape.name}, ${shape.writers} typing in each document\n`)
    console.log(head('deliveries a second'))
    for (const rate of RATES) {
      const samples: Record<keyof FanOut, Samples> = {
        cpu: new Map(),
        rate: new Map(),
        p50: new Map(),
        p99: new Map(),
      }
      for (let round = 0; round < runs; round += 1)
        for (const peer of peers) {
          const measured = await measureFanOut(peer, shape, rate, seconds)
          for (const key of ['cpu', 'rate', 'p50', 'p99'] as const)
            collect(samples[key], peer.name, measured[key])
        }
      console.log(row(`${rate}: cpu, ms for 1,000`, samples.cpu))
      console.log(row(`${rate}: arrived`, samples.rate))
      console.log(row(`${rate}: p50, ms`, samples.p50))
      console.log(row(`${rate}: p99, ms`, samples.p99))
    }
  }
}

const joinAndMemory = async (peers: readonly Peer[]): Promise<void> => {
  const [join, memory]: [Samples, Samples] = [new Map(), new Map()]
  const keeping = peers.filter((peer) => peer.keeps)
  for (const peer of keeping) await writeLarge(peer, largeDocument)
  for (let round = 0; round < runs; round += 1)
    for (const peer of keeping) {
      collect(join, peer.name, await measureColdJoin(peer, largeDocument))
      collect(memory, peer.name, await measureMemory(peer, memoryDocuments))
    }
  console.log(`\nJoining and holding\n\n${head('work')}`)
  console.log(row(`cold join of a document of ${LARGE} keystrokes, ms`, join))
  console.log(row('memory for one more open document, kB', memory))
}

const bench = async (): Promise<void> => {
  const peers = makePeers(largeDocument + 1 + MEMORY_DOCUMENTS)
  const before = machineMs()
  try {
    for (const peer of peers) await peer.start()
    const [cpu] = cpus()
    console.log(
      `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpu?.model}, Node ${process.version}; ${runs} rounds of ${seconds} s`,
    )
    await fanOut(peers)
    await joinAndMemory(peers)
    const after = machineMs()
    console.log(
      `\nThe machine was ${(((after.busy - before.busy) / (after.total - before.total)) * 100).toFixed(0)} % busy on average, load and peers included.`,
    )
  } finally {
    await Promise.all(peers.map((peer) => peer.dispose()))
  }
}

await bench()
