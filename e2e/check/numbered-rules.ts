import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Rules without a test, and rules that a test names and nobody wrote down. */
export type Gaps = { readonly untested: readonly string[]; readonly unwritten: readonly string[] }

const written = /^- \*\*([A-Z]{3,4}-\d+)\b/gm
/** A title is a literal that begins with the number of a rule, or of a threat and a rule, and goes on. */
const named = /['"`](?:T\d+ )?([A-Z]{3,4}-\d+):? [^'"`]/g

const idsIn = (texts: readonly string[], pattern: RegExp): Set<string> =>
  new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, id]) => id ?? '')))

/** Compares what specifications number with what the titles of tests begin with. */
export const gapsBetween = (specifications: readonly string[], tests: readonly string[]): Gaps => {
  const rules = idsIn(specifications, written)
  const tested = idsIn(tests, named)
  return {
    untested: [...rules].filter((id) => !tested.has(id)).toSorted(),
    unwritten: [...tested].filter((id) => !rules.has(id)).toSorted(),
  }
}

const notOurs = (path: string): boolean => /(^|[/\\])(node_modules|dist|results)$/.test(path)

/** Reads every file of a folder that one of the patterns names. */
export const readAll = (root: string, ...patterns: readonly string[]): string[] =>
  globSync(
    patterns.flatMap((pattern) =>
      ['client', 'server', 'shared', 'e2e'].map((workspace) => `${workspace}/**/${pattern}`),
    ),
    { cwd: root, exclude: notOurs },
  ).map((path) => readFileSync(join(root, path), 'utf8'))
