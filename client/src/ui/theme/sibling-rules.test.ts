import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** "Whatever stands behind": a combinator for siblings with no class or id at its right, nor an element that no page holds. */
const WHATEVER_BEHIND = /[+~]\s*(?![\s.#=]|ins\b)/

const selectorsOf = (css: string): string[] =>
  css
    .replaceAll(/\/\*.*?\*\//gs, '')
    .split(/[{}]/)
    .filter((part) => !part.includes(';') && !part.trim().startsWith('@'))

it('finds a rule for whatever stands behind something', () => {
  const css = `.head { margin: calc(1px + (2px)); }\n@media print { .head + :not(.rows) { margin: 0 } }
    .head > p + p { margin: 0 } .head ~ .rows { margin: 0 } del + ins { margin: 0 }`
  expect(selectorsOf(css).filter((selector) => WHATEVER_BEHIND.test(selector))).toHaveLength(2)
})

const source = join(import.meta.dirname, '../..')

// Where one exists, a browser styles everything of that name in an element anew when anything is put into it, wherever
// the rule belongs: a page of two thousand paragraphs then takes a tenth of a second for each line that somebody adds.
it.each(globSync('**/*.css', { cwd: source }))(
  '%s has no rule for whatever stands behind something',
  (file) => {
    const css = readFileSync(join(source, file), 'utf8')
    expect(selectorsOf(css).filter((selector) => WHATEVER_BEHIND.test(selector))).toEqual([])
  },
)
