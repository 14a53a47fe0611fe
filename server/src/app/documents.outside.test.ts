/** The whole server with its documents in Postgres. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { ownSchema } from '../platform/testing/postgres.ts'
import { assemble } from './assemble.ts'
import { readConfig } from './config.ts'

const document = '00000000-0000-4000-8000-000000000001'

test('Documents are kept in the Postgres that the settings name, and are there after a restart.', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rondo-documents-'))
  const config = readConfig({
    DATA_DIR: folder,
    DOCUMENT_LOG_URL: await ownSchema(inject('postgresUrl')),
    REDIS_URL: inject('redisUrl') ?? '',
    LOG_LEVEL: 'silent',
  })
  const texts: string[] = []
  for (const word of ['once', ' twice']) {
    const { sync, drain, close } = await assemble(config)
    await sync.create(document)
    const written = await sync.write(document, 'ada', (doc) => {
      const text = doc.getText('note')
      text.insert(text.length, word)
      return text.toJSON()
    })
    texts.push(written?.value ?? '')
    await drain()
    await close()
  }
  expect(texts).toEqual(['once', 'once twice'])
  expect((await readdir(folder)).filter((name) => name.startsWith('documents'))).toEqual([])
  await rm(folder, { recursive: true })
})
