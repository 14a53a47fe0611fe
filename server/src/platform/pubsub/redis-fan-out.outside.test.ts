import { randomBytes, randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { afterAll, describe, expect, inject, it, vi } from 'vitest'
import { z } from 'zod'
import { startRedis } from '../testing/redis.ts'
import { fanOutContract, type Line } from './contract.ts'
import type { FanOut, Topic } from './fan-out.ts'
import { createRedisFanOut } from './redis-fan-out.ts'

const url = inject('redisUrl')
const logger = { warn: () => {} }
const quick = { beatMs: 50, logger }
const closing: (() => Promise<unknown>)[] = []
afterAll(() => Promise.all(closing.map((close) => close())))

const lineOn = (redisUrl: string, beatMs?: number): Line => {
  const [channel, key] = [`test-${randomUUID()}`, randomBytes(32)]
  const stranger = new Redis(redisUrl)
  stranger.on('error', () => {})
  closing.push(async () => stranger.disconnect())
  return {
    join: (serverId) =>
      createRedisFanOut({
        logger,
        url: redisUrl,
        serverId,
        channel,
        key,
        ...(beatMs !== undefined && { beatMs }),
      }),
    shout: (text) => void stranger.publish(channel, text),
  }
}

const word: Topic<string> = { name: 'word', schema: z.string() }
const isUp = (one: FanOut): boolean => one.status().isUp
const patient = { timeout: 10_000, interval: 20 }

describe.runIf(url !== null)('with a Redis', () => {
  fanOutContract('A line over Redis', () => lineOn(url ?? ''))

  it('FAN-2 does not listen to servers with another key', async () => {
    const common = { logger, url: url ?? '', channel: `test-${randomUUID()}` }
    const one = createRedisFanOut({ ...common, serverId: 'a', key: randomBytes(32) })
    const two = createRedisFanOut({ ...common, serverId: 'b', key: randomBytes(32) })
    closing.push(
      () => one.close(),
      () => two.close(),
    )
    const heard: string[] = []
    two.subscribe(word, (message) => heard.push(message))
    await vi.waitFor(() => expect([one, two].map(isUp)).toEqual([true, true]), patient)
    const before = two.status().dropped
    one.publish(word, 'hello')
    await vi.waitFor(() => expect(two.status().dropped).toBeGreaterThan(before), patient)
    expect(heard).toEqual([])
  })
})

describe('a Redis that is not there', () => {
  it('FAN-4 is said aloud, with what is wrong, and keeps nobody waiting', async () => {
    const warned: object[] = []
    const one = createRedisFanOut({
      ...quick,
      url: 'redis://127.0.0.1:1',
      serverId: 'a',
      key: randomBytes(32),
      logger: { warn: (fields) => warned.push(fields) },
    })
    closing.push(() => one.close())
    one.publish(word, 'hello')
    await vi.waitFor(() => expect(warned).toHaveLength(1), patient)
    expect(warned[0]).toMatchObject({ count: 1, reason: expect.stringContaining('ECONNREFUSED') })
    expect(one.status()).toMatchObject({ isUp: false, outages: 1, lost: 1, published: 0 })
  })
})

describe.runIf(url !== null)('a Redis that goes away', () => {
  it('FAN-4 is noticed when it hangs or dies, costs messages only, and is found again', async () => {
    const redis = await startRedis()
    if (redis === null) throw new Error('There was a Redis, but none could be started.')
    const line = lineOn(redis.url, quick.beatMs)
    const [one, two] = [line.join('a'), line.join('b')]
    closing.push(
      () => one.close(),
      () => two.close(),
    )
    const heard: string[] = []
    two.subscribe(word, (message) => heard.push(message))
    const reach = async (message: string): Promise<void> => {
      await vi.waitFor(() => {
        one.publish(word, message)
        expect(heard.at(-1)).toBe(message)
      }, patient)
    }
    await reach('before')
    process.kill(redis.pid, 'SIGSTOP')
    await vi.waitFor(() => expect([one, two].map(isUp)).toEqual([false, false]), patient)
    one.publish(word, 'nobody hears this')
    expect(one.status().lost).toBeGreaterThan(0)
    process.kill(redis.pid, 'SIGCONT')
    await reach('after hanging')
    await redis.stop()
    await vi.waitFor(() => expect([one, two].map(isUp)).toEqual([false, false]), patient)
    const again = await startRedis(Number(new URL(redis.url).port))
    if (again === null) throw new Error('Redis could not be started again.')
    closing.push(() => again.stop())
    await reach('after dying')
    expect(one.status().outages).toBeGreaterThanOrEqual(2)
    expect(heard).not.toContain('nobody hears this')
  })
})
