import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setUp } from '@rondo/shared/account/contract.ts'
import { appendBlocks } from '@rondo/shared/document/write-document.ts'
import type { Contract } from '@rondo/shared/kernel/contract.ts'
import { createPage } from '@rondo/shared/page/contract.ts'
import { eraseHistory, keepVersion, listVersions } from '@rondo/shared/version/contract.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { HttpApp } from '../platform/http/http-app.ts'
import { type Assembly, assemble } from './assemble.ts'
import { readConfig } from './config.ts'
import { httpApp } from './http.ts'

let folder: string
let assembly: Assembly
let app: HttpApp
let here: string
let cookie = ''
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rondo-erase-'))
  const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' })
  here = config.publicUrl
  assembly = await assemble(config)
  app = httpApp(config, assembly, () => false)
})
afterEach(async () => {
  await assembly.drain()
  await assembly.close()
  rmSync(folder, { recursive: true })
})

const ask = async ({ method, path }: Contract, params: Record<string, string>, body?: unknown) => {
  const answer = await app.request(
    path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? ''),
    {
      method,
      headers: { origin: here, cookie, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    },
  )
  cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
  const text = await answer.text()
  if (!answer.ok) throw new Error(text)
  return text === '' ? null : JSON.parse(text)
}

/** Everything that lies on the disk. */
const onDisk = (): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join()

const CANARY = 'Kanarienvogel'

test('VER-11: what was deleted from a page and then erased is in no file, and what stands stays.', async () => {
  await ask(
    setUp,
    {},
    {
      workspaceName: 'Erased',
      name: 'Priya Raman',
      email: 'priya@example.org',
      password: 'a long enough sentence',
      timeZone: 'UTC',
    },
  )
  const page = await ask(createPage, {}, { title: 'Keys', circleId: null })
  const { sync } = assembly
  const write = (line: string) =>
    sync.write(page.documentId, page.createdBy, (doc) => appendBlocks(doc, [{ type: 'paragraph', line }]))
  await write('This stays.')
  for (let i = 0; i < 40; i++) await write(`${CANARY} ${i}`)
  const params = { pageId: page.id }
  await ask(keepVersion, params, { name: `${CANARY} too` })
  await sync.write(page.documentId, page.createdBy, (doc) => doc.getXmlFragment('body').delete(1, 40))
  expect(onDisk()).toContain(CANARY)
  await ask(eraseHistory, params, { title: 'Keys' })
  expect(onDisk()).not.toContain(CANARY)
  expect((await ask(listVersions, params)).versions).toEqual([])
  expect((await sync.read(page.documentId, (doc) => doc.getXmlFragment('body').length))?.value).toBe(1)
})
