import type { Change } from '@rondo/shared/version/model.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldUnchanged, type Passage } from './folding.ts'

const shape = { type: 'paragraph', attributes: {}, inside: [], item: null }
const changes = (kinds: string): Change[] =>
  [...kinds].map((kind) => ({ kind: kind === '=' ? 'same' : 'added', shape, runs: [] }))
const told = (passages: readonly Passage[]) =>
  passages
    .map((one) => (one.kind === 'folded' ? `${one.to - one.from}` : one.change.kind === 'same' ? '=' : '+'))
    .join(' ')

it.each([
  ['=====+=====', '4 = + = 4'],
  ['+=====+', '+ = 3 = +'],
  ['+====+', '+ = = = = +'],
  ['==+==', '= = + = ='],
  ['=======', '7'],
  ['++', '+ +'],
  ['', ''],
])('folds %s to %s', (kinds, folded) => {
  expect(told(foldUnchanged(changes(kinds)))).toBe(folded)
})

it('shows every block in order once all is opened, and loses none', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('=', '=', '=', '+') }), (kinds) => {
      const all = changes(kinds)
      const first = foldUnchanged(all)
      const covered = first.flatMap((one) =>
        one.kind === 'folded'
          ? Array.from({ length: one.to - one.from }, (_, i) => one.from + i)
          : [one.index],
      )
      expect(covered).toEqual(all.map((_, index) => index))
      const opened = new Set(first.flatMap((one) => (one.kind === 'folded' ? [one.from] : [])))
      expect(foldUnchanged(all, opened).every(({ kind }) => kind === 'shown')).toBe(true)
    }),
  )
})
