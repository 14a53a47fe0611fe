/**
 * Everything that is done to a server, each with its control: the same against a server that is broken on purpose, which
 * must be caught.
 */
import { findInput } from '../world/trace.ts'
import { crash, crashAt } from './crash.ts'
import { momentsOfAnEdit, momentsOfHousekeeping, quickHousekeeping } from './failpoints.ts'
import { fillTheDisk } from './full-disk.ts'
import { restartUnderHerd } from './herd.ts'
import { failCalls } from './io-errors.ts'
import { letLeave } from './leaving.ts'
import { type Play, playLives } from './lives.ts'
import { canRecord, cutPower } from './power-cut.ts'
import { Product } from './product.ts'
import { replay } from './replay.ts'
import { laySiege } from './siege.ts'
import { tellStories } from './stories.ts'
import { SyncHost, type Target } from './target.ts'
import { readRecording } from './typing.ts'

/** What one kind of fault came to. Null: it cannot be done here. */
export type Found = {
  readonly count: number
  readonly acknowledged: number
  readonly lost: number
  /** What else was wrong; an empty text when nothing was. */
  readonly wrong: string
} | null

/** One kind of fault. */
export type Fault = {
  readonly name: string
  run(seed: number, scale: number): Promise<Found>
  /** Resolves to whether the broken server was caught; null where there is nothing to break. */
  control: ((seed: number) => Promise<boolean>) | null
}

const times = (count: number, scale: number): number => Math.max(1, Math.round(count * scale))

const wrongWhen = (...faults: readonly (readonly [boolean, string])[]): string =>
  faults.flatMap(([isSo, what]) => (isSo ? [what] : [])).join(', ')

const disposed = async <T extends Target, R>(target: T, use: (target: T) => Promise<R>): Promise<R> => {
  try {
    return await use(target)
  } finally {
    await target.dispose()
  }
}

const stories: Fault = {
  name: 'stories of flips, crashes, unloads and restarts',
  run: async (seed, scale) => {
    const told = await tellStories({ seeds: times(20_000, scale), from: seed, acts: 500 })
    const { seeds, acked, failed, strays } = told
    const wrong = wrongWhen([failed > 0, `${failed} ended badly`], [strays > 0, `${strays} stray errors`])
    return { count: seeds, acknowledged: acked, lost: failed, wrong }
  },
  control: async (seed) => {
    const broken = ['forgetful-log', 'roles-for-life', 'ack-when-refused']
    const told = await Promise.all(
      broken.map((fault) => tellStories({ seeds: 100, from: seed, acts: 300, fault })),
    )
    return told.every(({ failed }) => failed > 0)
  },
}

const lives = (name: string, play: Play, most: number): Fault => ({
  name,
  run: async (seed, scale) => {
    const seeds = times(most, scale)
    const { acked, failed } = await playLives({ play, seeds, from: seed })
    const wrong = wrongWhen([failed > 0, `${failed} ended badly`])
    return { count: seeds, acknowledged: acked, lost: failed, wrong }
  },
  control: async (seed) => (await playLives({ play, seeds: 20, from: seed, isBroken: true })).failed > 0,
})

const kills = (name: string, most: number, make: (fault: 'ack-before-commit' | null) => Target): Fault => ({
  name,
  run: (seed, scale) =>
    disposed(make(null), async (target) => {
      const report = await crash(target, { kills: times(most, scale), seed })
      return {
        count: report.kills,
        ...report,
        wrong: wrongWhen([report.refused > 0, 'refused'], [!report.converged, 'apart']),
      }
    }),
  control: (seed) =>
    disposed(make('ack-before-commit'), async (target) => {
      const { lost } = await crash(target, { kills: 3, seed, heals: false, livesMs: 800 })
      return lost > 0
    }),
})

const moments: Fault = {
  name: 'kill at each named moment',
  run: (seed, scale) =>
    disposed(new SyncHost(quickHousekeeping), async (host) => {
      const all = [...momentsOfAnEdit, ...momentsOfHousekeeping]
      const rounds = Array.from({ length: times(50, scale) }, () => all).flat()
      const report = await crashAt(host, rounds, { seed, atMost: 3 })
      return { count: report.kills, ...report, wrong: wrongWhen([!report.converged, 'apart']) }
    }),
  control: (seed) =>
    disposed(new SyncHost({ fault: 'ack-before-commit' }), async (host) => {
      const { lost } = await crash(host, { kills: 3, seed, heals: false, livesMs: 500 })
      return lost > 0
    }),
}

const power: Fault = {
  name: 'power cut at any instant',
  run: async (seed, scale) => {
    if (!canRecord()) return null
    const report = await cutPower({ cuts: times(200, scale), seed, livesMs: 4_000 })
    return {
      count: report.cuts,
      ...report,
      wrong: wrongWhen([report.damaged > 0, `${report.damaged} damaged`]),
    }
  },
  control: async (seed) => {
    if (!canRecord()) return true
    const files = await cutPower({ cuts: 20, seed, fault: 'unsynced-files' })
    const database = await cutPower({ cuts: 20, seed, fault: 'unsynced-database' })
    return files.lost > 0 && database.lost + database.damaged > 0
  },
}

const calls: Fault = {
  name: 'I/O error at the n-th call',
  run: async (_, scale) => {
    if (!canRecord()) return null
    const report = await failCalls({ calls: Array.from({ length: times(60, scale) }, (__, i) => i + 1) })
    const wrong = wrongWhen([report.stuck > 0, `${report.stuck} stuck`], [!report.converged, 'apart'])
    return { count: report.faults, ...report, wrong }
  },
  control: async () => {
    if (!canRecord()) return true
    const { lost } = await failCalls({ calls: [6, 10, 16], fault: 'ack-before-commit' })
    return lost > 0
  },
}

const fullDisk: Fault = {
  name: 'disk full under 50 writers',
  run: async (_, scale) => {
    const report = await fillTheDisk({ times: times(20, scale), fullMs: 3_000, writersPerDocument: 25 })
    if (report === null) return null
    const { acknowledgedWhileFull, converged, refused } = report
    const wrong = wrongWhen(
      [acknowledgedWhileFull > 0, 'acknowledged while full'],
      [!converged, 'apart'],
      [refused > 0, 'refused'],
    )
    return { count: times(20, scale), ...report, wrong }
  },
  control: async () => {
    const report = await fillTheDisk({ fault: 'ack-when-refused', fullMs: 200 })
    return report === null || report.lost > 0
  },
}

const leaving: Fault = {
  name: 'SIGTERM under load, every other time twice',
  run: async (seed, scale) => {
    const report = await letLeave({ times: times(300, scale), seed })
    const wrong = wrongWhen([report.unclean > 0, `${report.unclean} unclean`], [!report.converged, 'apart'])
    return { count: report.stops, ...report, wrong }
  },
  control: async (seed) => (await letLeave({ times: 2, seed, fault: 'ack-before-commit' })).lost > 0,
}

const siege: Fault = {
  name: 'siege by hostile frames',
  run: async (seed, scale) => {
    const { frames, edits, failed } = await laySiege({ frames: times(1_000_000, scale), seed })
    const wrong = wrongWhen([failed > 0, `${failed} ended badly`])
    return { count: frames, acknowledged: edits, lost: failed, wrong }
  },
  control: async (seed) => (await laySiege({ frames: 2_000, seed, unguarded: true })).failed > 0,
}

const herd: Fault = {
  name: 'herd of 2,000 after a restart',
  run: async (_, scale) => {
    const report = await restartUnderHerd({ clients: times(2_000, scale) })
    const { clients, back, allBackMs, p99Ms } = report
    const about = `all back in ${allBackMs} ms, p99 ${p99Ms} ms`
    const isSlow = back < clients || p99Ms >= 1_000
    return { count: clients, ...report, wrong: isSlow ? about : '' }
  },
  control: async () =>
    (await restartUnderHerd({ clients: 20, documents: 2, everyMs: 10, fault: 'ack-before-commit' })).lost > 0,
}

const recordings: Fault[] = ['friendsforever', 'seph-blog1'].flatMap((name) =>
  [2, 10].map((typists) => ({
    name: `${name} typed by ${typists}`,
    control: null,
    run: async (seed, scale) => {
      const input = findInput(`traces/${name}.json.gz`)
      if (input === undefined) return null
      const report = await replay(readRecording(input), {
        typists,
        seed,
        ...(scale < 1 && { atMost: times(30_000, scale) }),
      })
      const { keystrokes, readers, right, sameBytes, compacted } = report
      const wrong = wrongWhen([!sameBytes, 'other bytes'], [!compacted, 'not compacted'])
      return { count: 1, acknowledged: keystrokes, lost: readers - right, wrong }
    },
  })),
)

/** All of them, the quick ones first. */
export const programme: readonly Fault[] = [
  power,
  calls,
  fullDisk,
  herd,
  ...recordings,
  stories,
  siege,
  lives('last one leaves, next one comes, commits take 500 ms', 'unload', 10_000),
  lives('compaction beside appends, pruning and crashes', 'compaction', 5_000),
  lives('flipped bits in what is stored', 'damage', 1_000),
  moments,
  leaving,
  kills('kill -9 of the document server', 1_000, (fault) => new SyncHost({ fault })),
  kills('kill -9 of the whole product', 100, (fault) => new Product(fault)),
]
