import type { Change } from '@rondo/shared/version/model.ts'
import { expect, it } from 'vitest'
import { besideRows } from './beside-rows.ts'

const KINDS: Record<string, Change['kind']> = { '=': 'same', '+': 'added', '-': 'removed', '~': 'changed' }
const shape = { type: 'paragraph', attributes: {}, inside: [], item: null }
const changes = (kinds: string): Change[] =>
  [...kinds].map((sign) => {
    const kind = KINDS[sign] ?? 'same'
    return kind === 'changed' ? { kind, shape, was: shape, runs: [] } : { kind, shape, runs: [] }
  })
const signOf = (change: Change | null) =>
  Object.keys(KINDS).find((sign) => KINDS[sign] === change?.kind) ?? ' '
const told = (kinds: string) =>
  besideRows(changes(kinds)).map(({ before, after }) => `${signOf(before)}|${signOf(after)}`)

it.each([
  ['=~=', ['=|=', '~|~', '=|=']],
  ['--+', ['-|+', '-| ']],
  ['-++', ['-|+', ' |+']],
  ['+-', [' |+', '-| ']],
  ['-=+', ['-| ', '=|=', ' |+']],
  ['-+-+', ['-|+', '-|+']],
  ['', []],
])('puts %j beside each other where they stood', (kinds, rows) => {
  expect(told(kinds)).toEqual(rows)
})
