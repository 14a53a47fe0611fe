import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const sentenceFor = (environment: Record<string, string>): string => {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  return 'accepted'
}

describe('readConfig', () => {
  it('serves this machine only when nothing is set', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      dataDir: resolve('data'),
      publicUrl: 'http://localhost:3000',
      loopback: true,
      logLevel: 'info',
      trustedProxies: [],
      mediaLimits: { together: 20_000_000_000, each: 2_000_000_000 },
      limits: {},
      fault: undefined,
    })
  })

  it('takes what is set and leaves other programs’ variables alone', () => {
    const config = readConfig({
      HOST: '0.0.0.0',
      PORT: '8080',
      PUBLIC_URL: 'https://rondo.example.org/',
      TRUSTED_PROXIES: '10.0.0.1, ::1, 10.1.0.0/16',
      HOME: '/root',
      PATH: '/bin',
      npm_config_port: '1',
    })
    expect(config).toMatchObject({
      host: '0.0.0.0',
      port: 8080,
      publicUrl: 'https://rondo.example.org',
      loopback: false,
      trustedProxies: ['10.0.0.1', '::1', '10.1.0.0/16'],
    })
  })

  it('takes other numbers for what document sockets may do', () => {
    const RONDO_LIMITS = '{"sockets":10000,"acceptsPerSecond":1000}'
    expect(readConfig({ RONDO_LIMITS }).limits).toEqual({ sockets: 10_000, acceptsPerSecond: 1_000 })
  })

  it('takes a Postgres for the documents and a Redis between servers', () => {
    const DOCUMENT_LOG_URL = 'postgres://rondo:secret@db.example.org/rondo'
    const REDIS_URL = 'rediss://redis.example.org:6380/1'
    expect(readConfig({ DOCUMENT_LOG_URL, REDIS_URL })).toMatchObject({
      documentLogUrl: DOCUMENT_LOG_URL,
      redisUrl: REDIS_URL,
    })
    expect(readConfig({})).toMatchObject({ documentLogUrl: undefined, redisUrl: undefined })
  })

  it('takes a mail server together with whom its mails are from', () => {
    const SMTP_URL = 'smtps://me:secret@mail.example.org'
    const MAIL_FROM = 'Rondo <rondo@example.org>'
    expect(readConfig({ SMTP_URL, MAIL_FROM }).mail).toEqual({ url: SMTP_URL, from: MAIL_FROM })
    expect(readConfig({}).mail).toBeUndefined()
    for (const half of [{ SMTP_URL }, { MAIL_FROM }])
      expect(() => readConfig(half)).toThrow('SMTP_URL and MAIL_FROM go together')
    expect(() => readConfig({ SMTP_URL, MAIL_FROM: 'a@b\r\nBcc: c@d' })).toThrow('MAIL_FROM must be')
  })

  it('takes a store for uploads and how much they may take, and repeats no secret', () => {
    const FILES_URL = 'https://key:secret@s3.example.org/box?region=eu'
    expect(readConfig({ FILES_URL, FILES_QUOTA: '1TB', FILE_SIZE: '500 MB' })).toMatchObject({
      fileStore: { origin: 'https://s3.example.org', bucket: 'box', region: 'eu' },
      mediaLimits: { together: 1_000_000_000_000, each: 500_000_000 },
    })
    expect(sentenceFor({ FILES_URL: 'https://key:hidden@s3.example.org' })).toBe(
      'FILES_URL must be the address of an S3-compatible store, as https://KEY:SECRET@host/bucket?region=name.',
    )
    for (const size of ['0GB', '5', '1e3MB', '-1GB', 'lots'])
      expect(sentenceFor({ FILES_QUOTA: size })).toContain('FILES_QUOTA must be a size such as 500MB or 20GB')
  })

  it('lets a test tell the time on this machine, and nowhere else', () => {
    const RONDO_CLOCK = '2026-01-01T00:00:00Z'
    expect(readConfig({ RONDO_CLOCK }).clock).toBe(Date.UTC(2026, 0, 1))
    const PUBLIC_URL = 'https://rondo.example.org'
    expect(() => readConfig({ RONDO_CLOCK, HOST: '0.0.0.0', PUBLIC_URL })).toThrow('RONDO_CLOCK is for tests')
    expect(() => readConfig({ RONDO_CLOCK: 'noon' })).toThrow('RONDO_CLOCK must be an instant')
  })

  it('repeats no address that may hold a password', () => {
    for (const name of ['DOCUMENT_LOG_URL', 'REDIS_URL', 'SMTP_URL']) {
      const read = () => readConfig({ [name]: 'https://me:secret@db.example.org' })
      expect(read).toThrow(`${name} must be an address that begins with`)
      expect(read).not.toThrow('secret')
    }
  })

  it('counts an empty variable as not set', () => {
    expect(readConfig({ PORT: '', PUBLIC_URL: '' }).port).toBe(3000)
  })

  it.each([
    [{ PORT: 'http' }, 'PORT must be a whole number from 0 to 65535, but it is "http".'],
    [{ PORT: '65536' }, 'PORT must be a whole number from 0 to 65535, but it is "65536".'],
    [{ HOST: 'my house' }, 'HOST must be an IP address or localhost, but it is "my house".'],
    [{ PUBLIC_URL: 'rondo.example.org' }, 'PUBLIC_URL must be an http or https address without a path'],
    [{ PUBLIC_URL: 'https://a.org/rondo' }, 'PUBLIC_URL must be an http or https address without a path'],
    [{ PUBLIC_URL: 'https://me:secret@a.org' }, 'PUBLIC_URL must be an http or https address without a path'],
    [{ PUBLIC_URL: 'ftp://a.org' }, 'PUBLIC_URL must be an http or https address without a path'],
    [
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL must be one of silent, error, warn, info and debug, but it is "loud".',
    ],
    [
      { TRUSTED_PROXIES: 'nginx' },
      'TRUSTED_PROXIES must be IP addresses or ranges (10.0.0.0/8), separated by commas, but it is "nginx".',
    ],
    [{ RONDO_FAULT: 'chaos' }, 'RONDO_FAULT must be one of ack-before-commit'],
    [{ RONDO_LIMITS: '{"sockets":"many"}' }, 'RONDO_LIMITS must be JSON that gives numbers to names'],
    [{ RONDO_LIMITS: '{"sokets":1}' }, 'RONDO_LIMITS must be JSON that gives numbers to names'],
    [{ RONDO_PORT: '1' }, 'RONDO_PORT is not a setting of Rondo'],
    [{ HOST: '0.0.0.0' }, 'PUBLIC_URL is needed because HOST is 0.0.0.0'],
  ])('refuses %j in one sentence', (environment, expected) => {
    const sentence = sentenceFor({ ...environment })
    expect(sentence).toContain(expected)
    expect(sentence.split('\n')).toHaveLength(1)
  })

  it.each([
    ['DATADIR', 'DATA_DIR'],
    ['data_dir', 'DATA_DIR'],
    ['DATA_DRI', 'DATA_DIR'],
    ['PUBLIC_URI', 'PUBLIC_URL'],
    ['PUBLC_URL', 'PUBLIC_URL'],
    ['LOG_LEVELS', 'LOG_LEVEL'],
    ['port', 'PORT'],
  ])('refuses %s and asks whether %s was meant', (given, meant) => {
    expect(sentenceFor({ [given]: 'x' })).toBe(`${given} is not a setting of Rondo; did you mean ${meant}?`)
  })

  it.each(['HOME', 'SPORT', 'HOSTNAME', 'SSH_PORT', 'DATABASE', 'LOGNAME'])('does not mind %s', (name) => {
    expect(sentenceFor({ [name]: 'x' })).toBe('accepted')
  })

  it('answers any environment with settings or with one sentence that names the variable', () => {
    const name = fc.constantFrom(
      'HOST',
      'PORT',
      'PUBLIC_URL',
      'LOG_LEVEL',
      'TRUSTED_PROXIES',
      'RONDO_LIMITS',
      'RONDO_FAULT',
      'RONDO_X',
    )
    fc.assert(
      fc.property(name, fc.string({ unit: 'binary' }), (key, value) => {
        const sentence = sentenceFor({ [key]: value })
        return sentence === 'accepted' || (sentence.includes(key) && !sentence.includes('\n'))
      }),
    )
  })
})
