import { randomUUID } from 'node:crypto'
import type { Logger } from '../kernel/logger.ts'
import type { FanOut } from '../platform/pubsub/fan-out.ts'
import { MemoryLine } from '../platform/pubsub/memory-fan-out.ts'
import { createRedisFanOut } from '../platform/pubsub/redis-fan-out.ts'
import { type DocumentLog, openEmbeddedLog, openPostgresLog } from '../sync/index.ts'
import type { Config } from './config.ts'

/** Where documents are kept, and how to talk to the others who write there, if there can be any. */
export interface Documents {
  log: DocumentLog
  fanOut?: FanOut
}

/** Opens the log that the settings name: files of our own, or a Postgres that other servers may write, too. */
export const openDocuments = async (config: Config, log: Logger): Promise<Documents> => {
  const { documentLogUrl, redisUrl } = config
  if (documentLogUrl === undefined) return { log: await openEmbeddedLog(config.dataDir) }
  const logger = { warn: (fields: object, message: string) => log.warn(fields, message) }
  const shared = await openPostgresLog(documentLogUrl, logger)
  const serverId = randomUUID()
  if (redisUrl === undefined) return { log: shared, fanOut: new MemoryLine().join(serverId) }
  const key = await shared.lineKey()
  return { log: shared, fanOut: createRedisFanOut({ url: redisUrl, serverId, key, logger }) }
}
