import { DAY, HOUR, type Instant, MINUTE } from '@rondo/shared/kernel/time.ts'
import { Temporal } from 'temporal-polyfill'
import { afterEach, expect, test } from 'vitest'
import type { Tx } from '../db/database.ts'
import { dice, type JobsWorld, START } from './contract.ts'
import { handTimers } from './hand-timers.ts'
import type { Handlers, Jobs } from './jobs.ts'
import { temporaryJobs } from './temporary-jobs.ts'

const YEAR_END = START + 366 * DAY
/** Hours on the wall, some of which a change of clocks skips or repeats. */
const WEEKLY = {
  berlin: { zone: 'Europe/Berlin', weekday: 7, hour: 2, minute: 30 },
  newYork: { zone: 'America/New_York', weekday: 7, hour: 1, minute: 30 },
  lordHowe: { zone: 'Australia/Lord_Howe', weekday: 7, hour: 2, minute: 15 },
  friday: { zone: 'Europe/Berlin', weekday: 5, hour: 15, minute: 0 },
} as const
type Weekly = keyof typeof WEEKLY

const nextOf = (name: string, after: Instant): Instant => {
  const { zone, weekday, hour, minute } = WEEKLY[name as Weekly]
  const today = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(zone).toPlainDate()
  for (let ahead = 0; ; ahead++) {
    const day = today.add({ days: ahead })
    const at = day.toZonedDateTime({ timeZone: zone, plainTime: { hour, minute } }).epochMilliseconds
    if (day.dayOfWeek === weekday && at > after) return at
  }
}

/** All instants at which a weekly job is due in the year. */
const dueIn = (name: string): Instant[] => {
  const all: Instant[] = []
  for (let at = nextOf(name, START); at < YEAR_END; at = nextOf(name, at)) all.push(at)
  return all
}

let world: JobsWorld<Tx> | undefined
afterEach(async () => {
  await world?.close()
  world = undefined
})

interface Life {
  from: Instant
  until: Instant
}

/** Ten restarts at random instants, with a second to three weeks in between; one of them over each change of clocks. */
const livesOf = (random: () => number): Life[] => {
  const ends = [
    Date.UTC(2026, 2, 29, 0, 30),
    Date.UTC(2026, 9, 25, 0, 10),
    ...Array.from({ length: 8 }, () => START + Math.floor(random() * 365) * DAY + Math.floor(random() * DAY)),
  ].toSorted((a, b) => a - b)
  const lives: Life[] = []
  let from = START
  for (const until of ends) {
    if (until <= from) continue
    lives.push({ from, until })
    const pause = [1_000, MINUTE, 3 * HOUR, 2 * DAY, 21 * DAY][Math.floor(random() * 5)] ?? HOUR
    from = until + pause
  }
  return [...lives, { from, until: YEAR_END }]
}

const WAYS = ['before-commit', 'after-commit', 'never'] as const
type Breaking = (typeof WAYS)[number]

/**
 * A year of weekly jobs and two hundred single ones. Each life of the server ends in the middle of something: while a job
 * runs, or right after its commit. `handlersOf` says how jobs are done.
 */
const liveThrough = async (seed: number, handlersOf: typeof atomic): Promise<readonly string[]> => {
  const random = dice(seed)
  const one = await temporaryJobs({ longestWait: 30 * DAY })
  world = one
  const timers = handTimers(START)
  const singles = Array.from({ length: 200 }, (_, n) => ({
    kind: 'single',
    key: `s${n}`,
    dueAt: START + Math.floor(random() * 366 * DAY),
  }))
  const planner = one.open(timers)
  await one.transact(async (tx) => {
    for (const job of singles) await planner.plan(tx, job)
    for (const key of Object.keys(WEEKLY))
      await planner.plan(tx, { kind: 'weekly', key, dueAt: nextOf(key, START) })
  })
  for (const life of livesOf(random)) {
    await timers.goTo(life.from)
    const jobs = one.open(timers)
    const way = WAYS[Math.floor(random() * WAYS.length)] ?? 'never'
    const breaking = life.until === YEAR_END ? 'never' : way
    const end = { at: life.until, breaking, jobs, isOver: false }
    jobs.start(handlersOf(one, timers.now, end))
    await jobs.settled()
    await timers.goTo(life.until, () => jobs.settled())
    end.isOver = true
    await jobs.stop()
  }
  return one.lines()
}

interface End {
  at: Instant
  breaking: Breaking
  jobs: Jobs<Tx>
  isOver: boolean
}

/** The last job of a life is cut off before its commit, or right after it: the server is gone either way. */
const isLast = (now: Instant, { at, isOver }: End): boolean => isOver || at - now < 4 * DAY

const cutOff = (now: Instant, end: End, when: Breaking): void => {
  if (end.breaking !== when || !isLast(now, end)) return
  void end.jobs.stop()
  if (when === 'before-commit') throw new Error('The server ended')
}

const again = (kind: string, key: string, now: Instant): Instant | null =>
  kind === 'weekly' ? nextOf(key, now) : null

/** Effect and mark in one transaction. */
const atomic = (of: JobsWorld<Tx>, now: () => Instant, end: End): Handlers<Tx> => {
  const run = async (tx: Tx, { kind, key }: { kind: string; key: string }) => {
    await of.write(tx, `${kind} ${key} ${now()}`)
    cutOff(now(), end, 'before-commit')
    cutOff(now(), end, 'after-commit')
    return again(kind, key, now())
  }
  return { single: { run }, weekly: { run } }
}

/** The effect in a transaction before the one that marks: what a scheduler without this port would do. */
const careless = (of: JobsWorld<Tx>, now: () => Instant, end: End): Handlers<Tx> => {
  const prepare = async ({ kind, key }: { kind: string; key: string }) => {
    await of.transact((tx) => of.write(tx, `${kind} ${key} ${now()}`))
    cutOff(now(), end, 'before-commit')
    return async () => again(kind, key, now())
  }
  return { single: { prepare }, weekly: { prepare } }
}

const doubled = (lines: readonly string[]): string[] => {
  const singles = lines.filter((line) => line.startsWith('single')).map((line) => line.split(' ')[1] ?? '')
  return singles.filter((key, index) => singles.indexOf(key) !== index)
}

const SEEDS = [1, 2, 3]

test.each(SEEDS)(
  'Over a year with both changes of the clocks and ten restarts nothing is lost and nothing comes twice (%i).',
  async (seed) => {
    const lines = await liveThrough(seed, atomic)
    const done = lines.filter((line) => line.startsWith('single')).map((line) => line.split(' ')[1])
    expect(new Set(done).size).toBe(200)
    expect(doubled(lines)).toEqual([])
    const lives = livesOf(startedAlike(seed))
    for (const name of Object.keys(WEEKLY)) {
      const times = lines
        .filter((line) => line.startsWith(`weekly ${name} `))
        .map((line) => Number(line.split(' ')[2]))
      expect(times).toEqual(times.toSorted((a, b) => a - b))
      // Each time that was due is answered by the first doing at or after it; several that were missed by one and the same.
      const answers = dueIn(name).map((due) => times.find((time) => time >= due))
      const missing = answers.filter((time) => time === undefined).length
      expect(missing).toBe(0)
      expect(times).toEqual([...new Set(answers)])
      const late = dueIn(name).filter((due) => !times.includes(due))
      expect(
        late.every((due) => !lives.some(({ from, until }) => due >= from && due < until - 5 * DAY)),
      ).toBe(true)
    }
  },
)

/** The dice as they lie when the lives are drawn: two hundred single jobs have been thrown before. */
const startedAlike = (seed: number): (() => number) => {
  const random = dice(seed)
  for (let n = 0; n < 200; n++) random()
  return random
}

test('Control: where the effect is not in the transaction that marks, the same year does things twice.', async () => {
  const found: string[] = []
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    found.push(...doubled(await liveThrough(seed, careless)))
    await world?.close()
    world = undefined
    if (found.length > 0) break
  }
  expect(found.length).toBeGreaterThan(0)
})
