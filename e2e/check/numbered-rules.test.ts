import { expect, test } from 'vitest'
import { gapsBetween, readAll } from './numbered-rules.ts'
import { root } from './step.ts'

test('Every numbered rule has a test that begins with its number, and no test names a rule that nobody wrote.', () => {
  const specifications = readAll(root, 'SPEC.md')
  const tests = readAll(root, '*.test.ts', '*.test.tsx', '*.spec.ts', '*contract.ts')
  expect(specifications.length).toBeGreaterThan(1)
  expect(gapsBetween(specifications, tests)).toEqual({ untested: [], unwritten: [] })
})

test('A rule without a test is seen, and a test without a rule.', () => {
  const [one, two, three] = ['ABC-1', 'ABC-2', 'ABC-3']
  const specification = `- **${one}** One thing.\n- **${two}** Another, as ABC-9 says.\n`
  const tests = [`it('${one} does one thing', `, `it.each([1])('${three}: does %s', `, "hash('SHA-256')"]
  expect(gapsBetween([specification], tests)).toEqual({ untested: [two], unwritten: [three] })
})
