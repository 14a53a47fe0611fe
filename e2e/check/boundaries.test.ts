import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cruise, cruise, judge } from './boundaries.ts'

/** What a careless hand might write, and the rule that stops it. */
const forbidden: [rule: string, from: string, to: string][] = [
  ['shared-is-the-floor', 'shared/src/kernel/a.ts', 'server/src/kernel/clock.ts'],
  ['workspaces-never-meet', 'client/src/page/a.ts', 'server/src/kernel/clock.ts'],
  ['workspaces-never-meet', 'e2e/world/a.ts', 'server/src/kernel/clock.ts'],
  ['kernel-looks-up-only', 'server/src/kernel/a.ts', 'server/src/journal/index.ts'],
  ['account-looks-up-only', 'server/src/account/a.ts', 'server/src/circle/index.ts'],
  ['every-room-has-a-place', 'server/src/circle/a.ts', 'server/src/utils/index.ts'],
  ['enter-by-the-front-door', 'server/src/meeting/a.ts', 'server/src/circle/store.ts'],
  ['only-app-assembles', 'server/src/page/a.ts', 'server/src/app/context.ts'],
  ['app-enters-by-the-front-door', 'server/src/app/a.ts', 'server/src/circle/store.ts'],
  ['rules-are-pure', 'server/src/circle/rules.ts', 'server/src/platform/db/index.ts'],
  ['routes-do-not-query', 'server/src/circle/routes.ts', 'server/src/circle/store.ts'],
  ['the-ground-knows-no-feature', 'server/src/sync/a.ts', 'shared/src/meeting/fold.ts'],
  ['client-features-meet-at-the-front-door', 'client/src/meeting/a.ts', 'client/src/circle/screen.ts'],
  ['no-cycle', 'shared/src/wire/a.ts', 'shared/src/wire/b.ts'],
]
const allowed = { from: 'server/src/meeting/b.ts', to: 'server/src/circle/index.ts' }

let house: string
let found: Cruise

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(house, path)), { recursive: true })
  writeFileSync(join(house, path), text)
}

const importing = (from: string, to: string): string => {
  const up = '../'.repeat(dirname(from).split('/').length)
  return `import { thing } from '${up}${to}'\n\nexport const other = thing\n`
}

beforeAll(async () => {
  house = mkdtempSync(join(tmpdir(), 'rondo-house-'))
  const pairs = [...forbidden.map(([, from, to]) => ({ from, to })), allowed]
  for (const { to } of pairs) write(to, 'export const thing = 1\n')
  for (const { from, to } of pairs) write(from, importing(from, to))
  write('shared/src/wire/b.ts', importing('shared/src/wire/b.ts', 'shared/src/wire/a.ts'))
  found = await cruise(house)
})

afterAll(() => rmSync(house, { recursive: true, force: true }))

describe('import boundaries', () => {
  it.each(forbidden)('catch by %s that %s imports %s', (rule, from, to) => {
    expect(found.violations).toContainEqual({ rule, from, to })
  })

  it('let a feature enter another, above it, by its front door', () => {
    expect(found.violations.filter(({ from }) => from === allowed.from)).toEqual([])
  })

  it('fail when nothing was cruised', () => {
    expect(judge({ files: [], imports: 0, violations: [] }, []).failed).toBe(1)
    expect(judge({ files: [], imports: 0, violations: [] }, ['shared/src/a.ts']).failed).toBe(1)
  })

  it('fail when a source file was left out, or its imports were not followed', () => {
    const files = ['shared/src/a.ts', 'shared/src/b.ts']
    expect(judge({ files, imports: 2, violations: [] }, [...files, 'shared/src/c.ts']).report).toContain(
      'shared/src/c.ts',
    )
    expect(judge({ files, imports: 0, violations: [] }, files).failed).toBe(1)
    expect(judge({ files, imports: 2, violations: [] }, files).failed).toBe(0)
  })
})
