/** Several servers on one real Postgres, told of one another in memory or over a real Redis. */
import { randomBytes, randomUUID } from 'node:crypto'
import { closeCode } from '@rondo/shared/wire/close-code.ts'
import { afterEach, describe, expect, inject, it, vi } from 'vitest'
import { createRedisFanOut } from '../../platform/pubsub/redis-fan-out.ts'
import { ownSchema } from '../../platform/testing/postgres.ts'
import { startRedis } from '../../platform/testing/redis.ts'
import type { Access } from '../access.ts'
import { openPostgresLog } from '../log/postgres-log.ts'
import type { SyncFault } from '../options.ts'
import { Cluster, type Ground, groundInMemory } from '../testing/cluster.ts'
import { expectTogether, heal, playApart } from '../testing/cluster-story.ts'
import { cookieAccess } from '../testing/cookie-access.ts'
import { Dice } from '../testing/dice.ts'
import type { Peer } from '../testing/peer.ts'

const quiet = { warn: () => {} }
const redisUrl = inject('redisUrl')
const acts = 100
const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

const postgres = async (): Promise<Pick<Ground, 'openLog'>> => {
  const url = await ownSchema(inject('postgresUrl'))
  return { openLog: () => openPostgresLog(url, quiet) }
}

const redisAt = (url: string): Pick<Ground, 'join'> => {
  const common = { url, channel: `test-${randomUUID()}`, key: randomBytes(32), beatMs: 250, logger: quiet }
  return { join: (serverId) => createRedisFanOut({ ...common, serverId }) }
}

const open = async (count: number, ground: Ground): Promise<Cluster> => {
  const cluster = await Cluster.open(count, ground)
  closing.push(() => cluster.close())
  return cluster
}

const expectUp = (cluster: Cluster, up: boolean): Promise<unknown> =>
  vi.waitFor(() => expect(cluster.servers.map(({ fanOut }) => fanOut.status().isUp)).toEqual([up, up, up]), {
    timeout: 10_000,
  })

const expectRead = (cluster: Cluster, peer: Peer, text: string): Promise<unknown> =>
  vi.waitFor(
    async () => {
      await cluster.quiet()
      expect(peer.text).toBe(text)
    },
    { timeout: 10_000, interval: 10 },
  )

describe('several servers on one Postgres', () => {
  const expectStory = async (seed: number, mood: Parameters<typeof groundInMemory>[0], fault?: SyncFault) => {
    const dice = new Dice(seed)
    const ground = { ...groundInMemory(mood, dice), ...(await postgres()) }
    const cluster = await open(3, { ...ground, ...(fault !== undefined && { fault }) })
    await playApart(cluster, dice, acts)
    await heal(cluster, dice)
    await expectTogether(cluster)
  }

  it.each(['good', 'loses', 'doubles', 'delays', 'cut'] as const)(
    'FAN-5 agree in the end when the line between them is: %s (3 seeds)',
    async (mood) => {
      for (const seed of [1, 2, 3]) await expectStory(seed, mood)
    },
  )

  it('FAN-5 is seen to be broken when servers trust to hints alone', async () => {
    const failed: number[] = []
    for (const seed of [1, 2, 3]) await expectStory(seed, 'cut', 'hints-only').catch(() => failed.push(seed))
    expect(failed.length).toBeGreaterThan(0)
  })
})

describe.runIf(redisUrl !== null)('several servers on one Postgres, with a Redis', () => {
  it('FAN-5 agree in the end (3 seeds)', async () => {
    for (const seed of [1, 2, 3]) {
      const dice = new Dice(seed)
      const cluster = await open(3, { ...(await postgres()), ...redisAt(redisUrl ?? '') })
      await expectUp(cluster, true)
      await playApart(cluster, dice, acts)
      await heal(cluster, dice)
      await expectTogether(cluster)
    }
  })

  it('FAN-6 bring an edit to one another by its hints, before any look of their own', async () => {
    const cluster = await open(3, { ...(await postgres()), ...redisAt(redisUrl ?? '') })
    const [ada, bob] = [cluster.join('write=ada', 0), cluster.join('write=bob', 1)]
    await expectUp(cluster, true)
    await cluster.quiet()
    ada.type('hello')
    await expectRead(cluster, bob, 'hello')
  })

  it('FAN-11 take access away everywhere', async () => {
    const outcasts = new Set<string>()
    const access: Access = {
      authorize: async (request) =>
        outcasts.has(request.cookieHeader ?? '') ? { kind: 'absent' } : cookieAccess.authorize(request),
    }
    const cluster = await open(3, { ...(await postgres()), ...redisAt(redisUrl ?? ''), access })
    const ada = cluster.join('write=ada', 2)
    await expectUp(cluster, true)
    await cluster.quiet()
    outcasts.add('write=ada')
    await cluster.at(0).assembly.sync.recheckEverywhere({ accounts: ['ada'] })
    await vi.waitFor(() => expect(ada.closes.map(({ code }) => code)).toEqual([closeCode.revoked]), {
      timeout: 10_000,
    })
  })

  it('FAN-4 go on without it when it dies, two seconds slower, and find it again', async () => {
    const redis = await startRedis()
    if (redis === null) throw new Error('There was a Redis, but none could be started.')
    const cluster = await open(3, { ...(await postgres()), ...redisAt(redis.url) })
    const [ada, bob] = [cluster.join('write=ada', 0), cluster.join('write=bob', 1)]
    await expectUp(cluster, true)
    await cluster.quiet()
    await redis.stop()
    await expectUp(cluster, false)
    ada.type('slowly')
    await cluster.quiet()
    expect(bob.text).toBe('')
    await cluster.pass(2_000)
    expect(bob.text).toBe('slowly')
    const again = await startRedis(Number(new URL(redis.url).port))
    if (again === null) throw new Error('Redis could not be started again.')
    closing.unshift(() => again.stop())
    await expectUp(cluster, true)
    ada.type(', fast')
    await expectRead(cluster, bob, 'slowly, fast')
    await expectTogether(cluster)
  })
})
