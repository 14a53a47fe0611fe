import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lockFolder } from './lock-folder.ts'

test('A second process is told in one sentence; once the first lets go the folder is free.', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rondo-lock-'))
  const release = lockFolder(folder)
  expect(() => lockFolder(folder)).toThrow(`Another Rondo is working in ${folder}`)
  release()
  lockFolder(folder)()
  rmSync(folder, { recursive: true })
})
