import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { endOf, freePort, type Service, untilReady } from './service.ts'

const answers = async (url: string): Promise<boolean> => {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, connectTimeout: 1_000 })
  redis.on('error', () => {})
  try {
    await redis.connect()
    return (await redis.ping()) === 'PONG'
  } catch {
    return false
  } finally {
    redis.disconnect()
  }
}

/** Starts a Redis of its own, on a free port or the one given; null where there is no such program. */
export const startRedis = async (wanted?: number): Promise<(Service & { readonly pid: number }) | null> => {
  const folder = await mkdtemp(join(tmpdir(), 'rondo-redis-'))
  const port = wanted ?? (await freePort())
  const memoryOnly = ['--save', '', '--appendonly', 'no', '--bind', '127.0.0.1', '--dir', folder]
  const child = spawn('redis-server', ['--port', String(port), ...memoryOnly], { stdio: 'ignore' })
  const { over, isOver } = endOf(child)
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL')
    await over
    await rm(folder, { recursive: true, force: true })
  }
  const url = `redis://127.0.0.1:${port}`
  const { pid } = child
  const isReady = await untilReady(() => answers(url), isOver)
  if (isReady && pid !== undefined) return { url, pid, stop }
  await stop()
  return null
}

/** The Redis that the environment names, the one of this machine, or one of our own; null where there is none. */
export const findRedis = async (named: string | undefined): Promise<Service | null> => {
  const stay = async (): Promise<void> => {}
  if (named !== undefined && named !== '') {
    if (await answers(named)) return { url: named, stop: stay }
    throw new Error('REDIS_URL names a Redis that does not answer.')
  }
  const local = 'redis://127.0.0.1:6379'
  return (await answers(local)) ? { url: local, stop: stay } : startRedis()
}
