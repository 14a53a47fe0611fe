import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ClauseChange, compareClauses } from './compare-clauses.ts'

const side = (changes: readonly ClauseChange[], without: 'added' | 'removed') =>
  changes
    .filter(({ kind }) => kind !== without)
    .map(({ words }) =>
      words
        .filter(({ kind }) => kind !== without)
        .map(({ text }) => text)
        .join(''),
    )

test('A clause in other words is shown word by word, a new one as a whole.', () => {
  expect(
    compareClauses(
      ['We start on time.', 'We blame the code.'],
      ['We start and end on time.', 'We blame the code.', 'Run it.'],
    ),
  ).toMatchObject([
    { kind: 'changed', words: [{ text: 'We start ' }, { kind: 'added' }, { text: 'on time.' }] },
    { kind: 'same' },
    { kind: 'added', words: [{ text: 'Run it.' }] },
  ])
})

test('What did not come is the old agreement, and what did not go is the new one.', () => {
  const clauses = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 6 })
  fc.assert(
    fc.property(clauses, clauses, (before, after) => {
      const changes = compareClauses(before, after)
      expect(side(changes, 'added').toSorted()).toEqual(before.toSorted())
      expect(side(changes, 'removed')).toEqual(after)
    }),
  )
})
