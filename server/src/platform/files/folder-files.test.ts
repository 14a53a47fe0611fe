import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { filesContract, noise } from './contract.ts'
import { openFolderFiles } from './folder-files.ts'

const root = mkdtempSync(join(tmpdir(), 'rondo-files-'))
afterAll(() => rmSync(root, { recursive: true }))
const freshFolder = (): string => mkdtempSync(join(root, 'folder-'))

filesContract('A folder', async () => ({
  files: await openFolderFiles(freshFolder()),
  close: async () => {},
}))

test('What a killed server left half-written is gone at the next start, and what it had finished is there.', async () => {
  const folder = freshFolder()
  const before = await openFolderFiles(folder)
  await before.put('test/whole', noise(100))
  writeFileSync(join(folder, '.unfinished', 'half'), 'hal')
  const after = await openFolderFiles(folder)
  expect(readdirSync(join(folder, '.unfinished'))).toEqual([])
  const names: string[] = []
  for await (const { name } of after.list('test')) names.push(name)
  expect(names).toEqual(['test/whole'])
})

test('A file that broke off leaves nothing on the disk.', async () => {
  const folder = freshFolder()
  const files = await openFolderFiles(folder)
  const broken = async function* () {
    yield new Uint8Array(10)
    throw new Error('cut')
  }
  await expect(files.put('test/x', broken())).rejects.toThrow('cut')
  expect(readdirSync(folder, { recursive: true })).toEqual(['.unfinished'])
})

test('What else lies in the folder is not listed.', async () => {
  const folder = freshFolder()
  const files = await openFolderFiles(folder)
  mkdirSync(join(folder, 'test', 'Upper'), { recursive: true })
  writeFileSync(join(folder, 'test', 'Upper', 'x'), '')
  writeFileSync(join(folder, 'test', '.hidden'), '')
  symlinkSync('/etc/passwd', join(folder, 'test', 'link'))
  const names: string[] = []
  for await (const { name } of files.list('test')) names.push(name)
  expect(names).toEqual([])
})

test('A folder that cannot be written says so when it is asked.', async () => {
  const folder = freshFolder()
  const files = await openFolderFiles(folder)
  rmSync(folder, { recursive: true })
  await expect(files.check()).rejects.toThrow('ENOENT')
  expect(existsSync(folder)).toBe(false)
})
