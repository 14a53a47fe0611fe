import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from '@20minutes/s3rver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../testing/service.ts'
import { filesContract, noise } from './contract.ts'
import type { S3Address } from './s3-address.ts'
import { s3Files } from './s3-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'rondo-s3-'))
let server: S3rver
let address: S3Address

beforeAll(async () => {
  const port = await freePort()
  server = new S3rver({
    address: '127.0.0.1',
    port,
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'box', configs: [] }],
  })
  await server.run()
  address = {
    origin: `http://127.0.0.1:${port}`,
    bucket: 'box',
    prefix: 'rondo/',
    region: 'us-east-1',
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
  }
})

afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

filesContract('A store that speaks S3', async () => ({ files: s3Files(address), close: async () => {} }))

test('A store does not believe whoever signs with another secret.', async () => {
  const stranger = s3Files({ ...address, secretAccessKey: 'guessed' })
  await expect(stranger.check()).rejects.toThrow('403 SignatureDoesNotMatch')
  await expect(stranger.put(`test/${randomUUID()}`, noise(10))).rejects.toThrow('403 SignatureDoesNotMatch')
})

test('A bucket that is not there is named as the reason.', async () => {
  await expect(s3Files({ ...address, bucket: 'nowhere' }).check()).rejects.toThrow('404 NoSuchBucket')
})

test('Two Rondos in one bucket do not see each other’s files.', async () => {
  const [one, other] = [s3Files(address), s3Files({ ...address, prefix: '' })]
  const name = `shared/${randomUUID()}`
  await one.put(name, noise(10))
  expect(await other.get(name)).toBeNull()
  for await (const found of other.list('shared')) expect(found.name).not.toBe(name)
})

test('More files than one answer lists are all found.', async () => {
  const files = s3Files(address, 3)
  const names = Array.from({ length: 7 }, (_, at) => `many/${String(at).padStart(4, '0')}`)
  for (const name of names) await files.put(name, noise(1))
  const found: string[] = []
  for await (const { name } of files.list('many')) found.push(name)
  expect(found.toSorted()).toEqual(names)
})
