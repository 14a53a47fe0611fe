import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const world = z.object({ members: z.array(z.object({ cookie: z.string() })) })
const script = fileURLToPath(new URL('../../server/bin/seed.ts', import.meta.url))

/** A data folder with a workspace of so many people, who are signed in already. */
export interface SeededPeople {
  readonly dataDir: string
  /** The `Cookie` headers of everybody; the first one owns the workspace. */
  readonly cookies: readonly string[]
  dispose(): void
}

/** Fills a fresh folder without any server. */
export const seedPeople = (count: number): SeededPeople => {
  const folder = mkdtempSync(join(tmpdir(), 'rondo-people-'))
  const dataDir = join(folder, 'data')
  const out = join(folder, 'world.json')
  execFileSync(process.execPath, [script, '--members', String(count), '--out', out], {
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const { members } = world.parse(JSON.parse(readFileSync(out, 'utf8')))
  return {
    dataDir,
    cookies: members.map(({ cookie }) => cookie),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  }
}
