/** Before the tests that talk to real services: one Postgres and one Redis for all of them. */
import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres.ts'
import { findRedis } from './redis.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
    /** Null: this machine has no Redis. */
    redisUrl: string | null
  }
}

/** Said where it is missing, so that nobody believes it was tested. */
export const noRedis =
  'WARNING: no Redis answers here and redis-server is not installed, so nothing of the fan-out over Redis is tested.'

/** Starts what is needed; answers how to stop it. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const [postgres, redis] = await Promise.allSettled([startPostgres(), findRedis(process.env.REDIS_URL)])
  const stop = async (): Promise<void> => {
    if (postgres.status === 'fulfilled') await postgres.value.stop()
    if (redis.status === 'fulfilled') await redis.value?.stop()
  }
  if (postgres.status === 'rejected' || redis.status === 'rejected') {
    await stop()
    throw postgres.status === 'rejected' ? postgres.reason : redis.status === 'rejected' && redis.reason
  }
  if (redis.value === null) process.stdout.write(`\n${noRedis}\n\n`)
  project.provide('postgresUrl', postgres.value.url)
  project.provide('redisUrl', redis.value?.url ?? null)
  return stop
}
