import { DAY, HOUR, type Instant, MINUTE } from '@rondo/shared/kernel/time.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { silentLogger } from '../../kernel/logger.ts'
import { type HandTimers, handTimers } from './hand-timers.ts'
import type { Handlers, Job, Jobs, Run, Timers } from './jobs.ts'

/** A place where jobs are kept, and engines that come and go over it. */
export interface JobsWorld<Writing> {
  /** An engine over what is kept, as a server has one from its start to its end. */
  open(timers: Timers): Jobs<Writing>
  transact<T>(work: (tx: Writing) => Promise<T>): Promise<T>
  /** Writes a line beside the jobs, in the transaction. */
  write(tx: Writing, line: string): Promise<void>
  /** All lines whose transactions were committed. */
  lines(): Promise<readonly string[]>
  close(): Promise<void>
}

export const START: Instant = Date.UTC(2026, 0, 1)
export const jobsLog = silentLogger

/** Numbers that look random and are the same in every run. */
export const dice = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** What every form of the port must do. */
export const jobsContract = <Writing>(name: string, start: () => Promise<JobsWorld<Writing>>): void => {
  describe(`${name} keeps the contract of jobs`, () => {
    let world: JobsWorld<Writing>
    let timers: HandTimers
    let jobs: Jobs<Writing>
    beforeEach(async () => {
      world = await start()
      timers = handTimers(START)
      jobs = world.open(timers)
    })
    afterEach(async () => {
      await jobs.stop()
      await world.close()
    })
    const job = (key: string, dueAt: Instant): Job => ({ kind: 'note', key, dueAt })
    const plan = (...planned: Job[]) =>
      world.transact(async (tx) => {
        for (const one of planned) await jobs.plan(tx, one)
      })
    const goTo = async (at: Instant) => {
      await jobs.settled()
      await timers.goTo(at, () => jobs.settled())
    }
    /** Says what was done and when. */
    const noting: Run<Writing> = async (tx, { key }) => {
      await world.write(tx, `${key} ${(timers.now() - START) / MINUTE}`)
      return null
    }
    const note: Handlers<Writing> = { note: { run: noting } }

    it('does each job when it is due, in order, and only once', async () => {
      jobs.start(note)
      await plan(job('late', START + 2 * HOUR), job('early', START + HOUR))
      await goTo(START + 59 * MINUTE)
      expect(await world.lines()).toEqual([])
      await goTo(START + DAY)
      expect(await world.lines()).toEqual(['early 60', 'late 120'])
    })

    it('moves a job that is planned anew before it is done', async () => {
      jobs.start(note)
      await plan(job('a', START + HOUR))
      await plan(job('a', START + 2 * HOUR))
      await goTo(START + 3 * HOUR)
      expect(await world.lines()).toEqual(['a 120'])
      await plan(job('a', START + 5 * HOUR))
      await goTo(START + DAY)
      expect(await world.lines()).toEqual(['a 120', 'a 300'])
    })

    it('leaves a job where it stands when it is planned as a first one', async () => {
      jobs.start(note)
      await plan(job('a', START + HOUR))
      await world.transact((tx) => jobs.planFirst(tx, job('a', START + MINUTE)))
      await goTo(START + DAY)
      expect(await world.lines()).toEqual(['a 60'])
    })

    it('forgets what was withdrawn, and what was planned in a transaction that failed', async () => {
      jobs.start(note)
      await plan(job('a', START + HOUR), job('b', START + HOUR))
      await world.transact((tx) => jobs.withdraw(tx, { kind: 'note', key: 'a' }))
      const failing = world.transact(async (tx) => {
        await jobs.plan(tx, job('c', START + HOUR))
        throw new Error('half-way')
      })
      await expect(failing).rejects.toThrow('half-way')
      await goTo(START + DAY)
      expect(await world.lines()).toEqual(['b 60'])
    })

    it('does at once what is due already, and what was due while nobody ran', async () => {
      await plan(job('a', START - DAY))
      await timers.goTo(START + DAY)
      jobs.start(note)
      await jobs.settled()
      expect(await world.lines()).toEqual([`a ${DAY / MINUTE}`])
    })

    it('leaves jobs of other kinds to whoever knows them', async () => {
      jobs.start(note)
      await plan({ kind: 'other', key: 'a', dueAt: START })
      await goTo(START + DAY)
      await jobs.stop()
      jobs = world.open(timers)
      jobs.start({ other: { run: noting } })
      await jobs.settled()
      expect(await world.lines()).toEqual([`a ${DAY / MINUTE}`])
    })

    it('keeps nothing of a job that fails, tries it again, and holds up no other', async () => {
      let failures = 3
      jobs.start({
        note: {
          run: async (tx, { key }) => {
            await world.write(tx, key)
            if (key === 'a' && failures-- > 0) throw new Error('not now')
            return null
          },
        },
      })
      await plan(job('a', START), job('b', START + 1))
      await goTo(START + 500)
      expect(await world.lines()).toEqual(['b'])
      await goTo(START + HOUR)
      expect(await world.lines()).toEqual(['b', 'a'])
    })

    it('lets what comes round come round, and catches up once after downtime', async () => {
      const daily: Handlers<Writing> = {
        note: {
          run: async (tx, { key }) => {
            await world.write(tx, `${key} ${Math.floor((timers.now() - START) / DAY)}`)
            return timers.now() + DAY - ((timers.now() - START) % DAY)
          },
        },
      }
      jobs.start(daily)
      await plan(job('day', START))
      await goTo(START + 2 * DAY + HOUR)
      await jobs.stop()
      await timers.goTo(START + 9 * DAY + HOUR)
      jobs = world.open(timers)
      jobs.start(daily)
      await goTo(START + 10 * DAY)
      expect(await world.lines()).toEqual(['day 0', 'day 1', 'day 2', 'day 9', 'day 10'])
    })

    it('prepares before it does, again after an end in between, and does it once all the same', async () => {
      let prepared = 0
      const handlers: Handlers<Writing> = {
        note: {
          prepare: async () => {
            prepared += 1
            if (prepared === 1) throw new Error('the server ended')
            return noting
          },
        },
      }
      jobs.start(handlers)
      await plan(job('a', START))
      await goTo(START + HOUR)
      expect(prepared).toBe(2)
      expect(await world.lines()).toHaveLength(1)
    })
  })
}
