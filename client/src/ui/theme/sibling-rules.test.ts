import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** "Whatever stands behind": a combinator for siblings with no name, class or id at its right. */
const WHATEVER_BEHIND = /[+~]\s*(?:\*|:(?!:)|\[)/

const selectorsOf = (css: string): string[] =>
  css
    .replaceAll(/\/\*.*?\*\//gs, '')
    .split(/[{}]/)
    .filter((part) => !part.includes(';') && !part.trim().startsWith('@'))

it('finds a rule for whatever stands behind something', () => {
  const css = '.head { margin: calc(1px + (2px)); }\n@media print { .head + :not(.rows) { margin: 0 } }'
  expect(selectorsOf(css).filter((selector) => WHATEVER_BEHIND.test(selector))).toHaveLength(1)
})

const source = join(import.meta.dirname, '../..')

// Where one exists, a browser styles all of an element anew when anything is put into it: a page of two thousand blocks
// then takes a tenth of a second for each line that somebody adds.
it.each(globSync('**/*.css', { cwd: source }))(
  '%s has no rule for whatever stands behind something',
  (file) => {
    const css = readFileSync(join(source, file), 'utf8')
    expect(selectorsOf(css).filter((selector) => WHATEVER_BEHIND.test(selector))).toEqual([])
  },
)
