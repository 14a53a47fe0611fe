import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { type WireLimits, wireLimits } from '@rondo/shared/wire/limits.ts'
import { z } from 'zod'
import { readS3Address, type S3Address } from '../platform/files/s3-address.ts'
import { isAddressRange } from '../platform/http/proxies.ts'
import { misspelling } from './misspelling.ts'

/**
 * The one reader of the environment. Everything that an operator may set stands in {@link settings}, with its default,
 * its form, and the sentence that is shown when it is malformed.
 */
const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/

/** What can be broken on purpose, so that a test of a promise can be seen to fail. Never for real use. */
const faults = ['ack-before-commit', 'unguarded', 'deaf-to-revocations'] as const

/** 'rondo@example.org', or with a name before it in angle brackets. */
const mailbox = /^([^<>\r\n]+ <[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/

const LIMITS = Object.keys(wireLimits) as (keyof WireLimits)[]

const GB = 1000 ** 3
const UNITS: Readonly<Record<string, number>> = { MB: 1000 ** 2, GB, TB: 1000 * GB }

/** '500MB' as bytes. */
const size = z
  .string()
  .regex(/^[1-9]\d{0,5} ?[MGT]B$/, 'must be a size such as 500MB or 20GB')
  .transform((text) => Number.parseInt(text, 10) * (UNITS[text.slice(-2)] ?? 1))

const settings = z.strictObject({
  HOST: z
    .string()
    .refine((host) => host === 'localhost' || isIP(host) !== 0, 'must be an IP address or localhost')
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a whole number from 0 to 65535')
    .default(3000),
  DATA_DIR: z.string().min(1, 'must name a folder').default('./data'),
  PUBLIC_URL: z.string().refine(isOrigin, 'must be an http or https address without a path').optional(),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], 'must be one of silent, error, warn, info and debug')
    .default('info'),
  TRUSTED_PROXIES: z
    .string()
    .transform((list) => list.split(',').map((address) => address.trim()))
    .refine(
      (list) => list.every(isAddressRange),
      'must be IP addresses or ranges (10.0.0.0/8), separated by commas',
    )
    .default([]),
  DOCUMENT_LOG_URL: z
    .string()
    .refine(isAddressOf('postgres:', 'postgresql:'), 'must be an address that begins with postgres://')
    .optional(),
  REDIS_URL: z
    .string()
    .refine(isAddressOf('redis:', 'rediss:'), 'must be an address that begins with redis:// or rediss://')
    .optional(),
  SMTP_URL: z
    .string()
    .refine(isAddressOf('smtp:', 'smtps:'), 'must be an address that begins with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(mailbox, 'must be an e-mail address, or a name and an address like Rondo <rondo@example.org>')
    .optional(),
  FILES_URL: z
    .string()
    .transform(readS3Address)
    .refine(
      (store) => store !== null,
      'must be the address of an S3-compatible store, as https://KEY:SECRET@host/bucket?region=name',
    )
    .transform((store) => store ?? undefined)
    .optional(),
  FILES_QUOTA: size.default(20 * GB),
  FILE_SIZE: size.default(2 * GB),
  RONDO_LIMITS: z
    .string()
    .transform(limitsFrom)
    .refine(
      (limits) => limits !== null,
      'must be JSON that gives numbers to names of wireLimits (shared/src/wire/limits.ts)',
    )
    .transform((limits) => limits ?? {})
    .default({}),
  RONDO_CLOCK: z.iso
    .datetime('must be an instant such as 2026-01-01T00:00:00Z')
    .transform((text) => Date.parse(text))
    .optional(),
  RONDO_FAULT: z.enum(faults, `must be one of ${faults.join(', ')}`).optional(),
})

const names = Object.keys(settings.shape)

/** Settings that may hold a password: what was given is never repeated. */
const secret = new Set(['DOCUMENT_LOG_URL', 'REDIS_URL', 'SMTP_URL', 'FILES_URL'])

export interface Config {
  host: string
  /** 0 means: any port that is free. */
  port: number
  /** Absolute path of the folder that holds both databases. */
  dataDir: string
  /** Where browsers find us: scheme, host and port, nothing after. */
  publicUrl: string
  /** The server is reachable from this machine only. */
  loopback: boolean
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  /** Peers whose X-Forwarded-For is believed. */
  trustedProxies: readonly string[]
  /** The Postgres that keeps the documents in the place of files in the data folder. */
  documentLogUrl?: string | undefined
  /** The Redis over which servers on one Postgres tell one another what is new. */
  redisUrl?: string | undefined
  /** The S3-compatible store that keeps uploads in the place of a folder in the data folder. */
  fileStore?: S3Address | undefined
  /** Bytes of all recordings and pictures together, and of one recording. */
  mediaLimits: { together: number; each: number }
  /** The mail server, and whom its mails are from. Without it none are sent. */
  mail?: { url: string; from: string } | undefined
  /** Other numbers than usual for what the document sockets may do. */
  limits: Partial<WireLimits>
  fault: (typeof faults)[number] | undefined
  /** Where the clock stands until whoever started us moves it; the machine's clock unless set. */
  clock?: number | undefined
}

/** A setting that cannot be used, told in one sentence. */
export class ConfigError extends Error {}

/** The address of a server that only this machine reaches. */
export const localUrl = (port: number): string => `http://localhost:${port}`

/** Reads the settings, or throws a {@link ConfigError}. An empty variable counts as not set. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = ours(environment)
  const read = settings.safeParse(given)
  if (!read.success) throw new ConfigError(sentence(read.error, given))
  const { HOST, PORT, DATA_DIR, PUBLIC_URL, LOG_LEVEL, TRUSTED_PROXIES, RONDO_LIMITS, RONDO_FAULT } =
    read.data
  const { DOCUMENT_LOG_URL, REDIS_URL, SMTP_URL, MAIL_FROM, RONDO_CLOCK } = read.data
  const { FILES_URL, FILES_QUOTA, FILE_SIZE } = read.data
  const local = loopback.test(HOST)
  if (!local && PUBLIC_URL === undefined)
    throw new ConfigError(
      `PUBLIC_URL is needed because HOST is ${HOST}: say where browsers will find Rondo, for example PUBLIC_URL=https://rondo.example.org.`,
    )
  if (RONDO_CLOCK !== undefined && !local)
    throw new ConfigError('RONDO_CLOCK is for tests, so it is refused unless HOST is this machine alone.')
  if ((SMTP_URL === undefined) !== (MAIL_FROM === undefined))
    throw new ConfigError(
      'SMTP_URL and MAIL_FROM go together: say both through which server mails leave and whom they are from, for example MAIL_FROM=rondo@example.org.',
    )
  return {
    host: HOST,
    port: PORT,
    dataDir: resolve(DATA_DIR),
    publicUrl: PUBLIC_URL === undefined ? localUrl(PORT) : new URL(PUBLIC_URL).origin,
    loopback: local,
    logLevel: LOG_LEVEL,
    trustedProxies: TRUSTED_PROXIES,
    documentLogUrl: DOCUMENT_LOG_URL,
    redisUrl: REDIS_URL,
    fileStore: FILES_URL,
    mediaLimits: { together: FILES_QUOTA, each: FILE_SIZE },
    mail: SMTP_URL === undefined || MAIL_FROM === undefined ? undefined : { url: SMTP_URL, from: MAIL_FROM },
    limits: RONDO_LIMITS,
    fault: RONDO_FAULT,
    clock: RONDO_CLOCK,
  }
}

/** Null for what is not an object of positive numbers under known names. */
function limitsFrom(json: string): Partial<WireLimits> | null {
  try {
    const read = z.partialRecord(z.enum(LIMITS), z.number().positive()).safeParse(JSON.parse(json))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** The settings meant for us: those we know, whatever begins with RONDO_, and near misses, which are refused by name. */
function ours(environment: NodeJS.ProcessEnv): Record<string, string> {
  const given: Record<string, string> = {}
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined || value === '') continue
    const meant = misspelling(name, names)
    if (meant !== undefined)
      throw new ConfigError(`${name} is not a setting of Rondo; did you mean ${meant}?`)
    if (names.includes(name) || name.startsWith('RONDO_')) given[name] = value
  }
  return given
}

function sentence(error: z.ZodError, given: Record<string, string>): string {
  const issue = error.issues[0]
  if (issue?.code === 'unrecognized_keys')
    return `${issue.keys[0]} is not a setting of Rondo; the README lists them all.`
  const name = String(issue?.path[0])
  if (secret.has(name)) return `${name} ${issue?.message}.`
  return `${name} ${issue?.message}, but it is ${JSON.stringify(given[name])}.`
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text)
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return false
  return url.pathname === '/' && !/[?#@]/.test(text)
}

function isAddressOf(...protocols: readonly string[]): (text: string) => boolean {
  return (text) => protocols.includes(URL.parse(text)?.protocol ?? '')
}
