import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findChromium } from './chromium.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rondo-chromium-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const program = (name: string): string => {
  const path = join(folder, name)
  writeFileSync(path, '')
  chmodSync(path, 0o755)
  return path
}

describe('findChromium', () => {
  it('takes $CHROMIUM before one that is installed', async () => {
    program('chromium')
    const mine = program('mine')
    expect((await findChromium({ CHROMIUM: mine, PATH: folder })).executablePath).toBe(mine)
  })

  it('takes an installed one before the one from npm', async () => {
    expect((await findChromium({ PATH: folder, CHROMIUM: program('chromium') })).executablePath).toBe(
      (await findChromium({ PATH: folder })).executablePath,
    )
  })

  it('does not guess when $CHROMIUM names nothing that runs', async () => {
    await expect(findChromium({ CHROMIUM: join(folder, 'missing'), PATH: folder })).rejects.toThrow(
      '$CHROMIUM names',
    )
  })

  it.runIf(process.platform === 'linux')('brings one from npm that runs', async () => {
    const { executablePath, env } = await findChromium({ PATH: folder })
    const { stdout } = spawnSync(executablePath, ['--version', '--no-sandbox'], { env, encoding: 'utf8' })
    expect(stdout).toContain('Chromium')
  })
})
