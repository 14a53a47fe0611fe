import { memberId } from '@rondo/shared/kernel/id.ts'
import { describe, expect, it } from 'vitest'
import { bodyOf, type Draft, EMPTY, mentioned, retyped, searchAt } from './draft.ts'

const jonas = { id: memberId.parse('0b6f6d3e-1111-4222-8333-444455556666'), name: 'Jonas Weber' }
const leyla = { id: memberId.parse('1b6f6d3e-1111-4222-8333-444455556666'), name: 'Leyla Demir' }

const written = (): Draft => {
  const typed = retyped(EMPTY, 'Thanks @jo')
  return mentioned(typed, { from: 7, to: 10 }, jonas).draft
}

describe('searching for a person', () => {
  it('begins at an "@" that opens a word', () => {
    expect(searchAt('Thanks @jo', 10)).toEqual({ from: 7, words: 'jo' })
    expect(searchAt('@', 1)).toEqual({ from: 0, words: '' })
    expect(searchAt('@Thiago Gonç', 12)).toEqual({ from: 0, words: 'Thiago Gonç' })
  })

  it('leaves mail addresses and finished sentences alone', () => {
    expect(searchAt('write to me@example', 19)).toBeNull()
    expect(searchAt('@jonas, thank you', 17)).toBeNull()
    expect(searchAt('no sign here', 12)).toBeNull()
  })
})

describe('a draft', () => {
  it('shows the name and sends the id', () => {
    expect(written().text).toBe('Thanks @Jonas Weber ')
    expect(bodyOf(written())).toBe(`Thanks @[${jonas.id}]`)
  })

  it('keeps a mention when text changes before or behind it', () => {
    const before = retyped(written(), `Many ${written().text}`)
    const behind = retyped(before, `${before.text}for the map`)
    expect(bodyOf(behind)).toBe(`Many Thanks @[${jonas.id}] for the map`)
  })

  it('makes text of a mention that was changed', () => {
    expect(bodyOf(retyped(written(), 'Thanks @Jonas Web'))).toBe('Thanks @Jonas Web')
  })

  it('tells two people of one name apart', () => {
    const other = { ...leyla, name: jonas.name }
    const both = mentioned(written(), { from: written().text.length, to: written().text.length }, other).draft
    expect(bodyOf(both)).toBe(`Thanks @[${jonas.id}] @[${leyla.id}]`)
  })

  it('keeps the mentions in order when a name is put before another', () => {
    const typed = retyped(written(), `@le ${written().text}`)
    const { draft, caret } = mentioned(typed, { from: 0, to: 3 }, leyla)
    expect(bodyOf(draft)).toBe(`@[${leyla.id}] Thanks @[${jonas.id}]`)
    expect(draft.text.slice(0, caret)).toBe('@Leyla Demir ')
  })
})
