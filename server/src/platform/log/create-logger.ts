import { writeSync } from 'node:fs'
import { pino } from 'pino'
import type { Logger } from '../../kernel/logger.ts'
import { describeError } from './describe-error.ts'

/** The only fields that reach the log: ids, numbers, codes and templates. */
const allowed: ReadonlySet<string> = new Set([
  'requestId',
  'method',
  'path',
  'status',
  'ms',
  'memberId',
  'sessionId',
  'circleId',
  'pageId',
  'meetingId',
  'documentId',
  'accountId',
  'seq',
  'version',
  'count',
  'bytes',
  'sockets',
  'rooms',
  'frames',
  'rows',
  'closeCode',
  'code',
  'reason',
  'projection',
  'attempt',
  'address',
  'error',
  'stack',
])

type Level = 'silent' | 'error' | 'warn' | 'info' | 'debug'

const STANDARD_OUTPUT = 1

/**
 * Lines into an open file. What cannot be written, because the disk is full or nobody reads, is lost: pino's own writer
 * would hold the process until it can be.
 */
const linesInto = (file: number): { write(line: string): void } => ({
  write: (line) => {
    try {
      writeSync(file, line)
    } catch {
      // There is nowhere left to tell it.
    }
  },
})

/** JSON lines on standard output, or into `destination`. */
export const createLogger = (level: Level, destination = linesInto(STANDARD_OUTPUT)): Logger => {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime }
  const log = pino(options, destination)
  return {
    debug: (fields, message) => log.debug(allowedOnly(fields), message),
    info: (fields, message) => log.info(allowedOnly(fields), message),
    warn: (fields, message) => log.warn(allowedOnly(fields), message),
    error: (fields, message) => log.error(allowedOnly(fields), message),
  }
}

/** An error under `err`, as libraries like to hand it, is told as {@link describeError} does. */
const allowedOnly = (fields: object): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(fields).filter(([name]) => allowed.has(name))),
  ...('err' in fields ? describeError(fields.err) : {}),
})
