import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ATOM, findTrigger } from './find-trigger.ts'

describe('the text before the caret', () => {
  test.each([
    ['/', { kind: 'slash', offset: 0, query: '' }],
    ['/dec', { kind: 'slash', offset: 0, query: 'dec' }],
    ['we agree /dec', { kind: 'slash', offset: 9, query: 'dec' }],
    ['/führ', { kind: 'slash', offset: 0, query: 'führ' }],
    ['@', { kind: 'people', offset: 0, query: '' }],
    ['ask @ana', { kind: 'people', offset: 4, query: 'ana' }],
    ['(@ana sou', { kind: 'people', offset: 1, query: 'ana sou' }],
    [`${ATOM}@j`, { kind: 'people', offset: 1, query: 'j' }],
    ['see [[words we', { kind: 'pages', offset: 4, query: 'words we' }],
    ['see[[', { kind: 'pages', offset: 3, query: '' }],
  ])('%j asks for a menu', (text, asked) => expect(findTrigger(text)).toEqual(asked))

  test.each(['', 'and/or', 'https://a', 'ana@example', '/a b', '@ ana', '[[done]] and', '//', '[x', '1/2'])(
    '%j asks for none',
    (text) => expect(findTrigger(text)).toBeUndefined(),
  )

  test('is followed whatever it is, and what is found ends at the caret', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('/', '@', '[', ']', 'a', ' ', ATOM, 'ü') }), (text) => {
        const found = findTrigger(text)
        const sign = { slash: '/', people: '@', pages: '[[' }[found?.kind ?? 'slash']
        expect(text.slice(found?.offset ?? text.length)).toBe(found ? sign + found.query : '')
      }),
    )
  })
})
