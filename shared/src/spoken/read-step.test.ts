import { describe, expect, test } from 'vitest'
import type { MemberId } from '../kernel/id.ts'
import { readStep } from './read-step.ts'

const ana = 'ana' as MemberId
const jonas = 'jonas' as MemberId
const called = new Map([
  ['ana', ana],
  ['ana souza', ana],
  ['jonas', jonas],
  ['nicholas m', jonas],
])
const open = { memberCalled: (name: string) => called.get(name.toLowerCase()), today: '2026-11-30' }

/** The words that stay, who and when. */
const read = (text: string, has = { hasOwner: false, hasDue: false }) => {
  const { who, due, cuts } = readStep(text, { ...open, ...has })
  const left = cuts.reduce((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), text)
  return [left.trim(), who, due]
}

describe('who takes a step, and by when', () => {
  test.each([
    ['@ana draw the map next friday', 'draw the map', ana, '2026-12-11'],
    ['draw the map @ana next friday', 'draw the map', ana, '2026-12-11'],
    ['draw the map @ana friday', 'draw the map', ana, '2026-12-04'],
    ['draw the map @Ana Souza by tomorrow', 'draw the map', ana, '2026-12-01'],
    ['draw the map by friday @ana', 'draw the map', ana, '2026-12-04'],
    ['Ana: draw the map bis Freitag', 'draw the map', ana, '2026-12-04'],
    ['@ana draw the map friday', 'draw the map', ana, '2026-12-04'],
    ['draw the map Friday @ana', 'draw the map', ana, '2026-12-04'],
    ['@ana draw the map due: friday', 'draw the map', ana, '2026-12-04'],
    ['@ana prepare the demo for friday', 'prepare the demo for friday', ana, undefined],
    ['@ana look into the sun', 'look into the sun', ana, undefined],
    ['draw the map — jonas', 'draw the map', jonas, undefined],
    ['draw the map --jonas', 'draw the map', jonas, undefined],
    ['try to schedule a meeting on CTFE @Nicholas M', 'try to schedule a meeting on CTFE', jonas, undefined],
    ['@jonas to make a recommendation', 'to make a recommendation', jonas, undefined],
  ])('"%s"', (text, left, who, due) => {
    expect(read(text)).toEqual([left, who, due])
  })

  test.each([
    '@eve draw the map',
    'Eve: draw the map',
    'draw the map — eve',
    'Question: what may we do',
    'write to ana@example.org',
    'RFC 2753 — unwind/ffi interaction',
    '@ana',
    '@ana by friday',
    'by friday',
  ])('"%s" keeps its words', (text) => {
    expect(read(text)).toEqual([text, undefined, undefined])
  })

  test('Once somebody has it, the name of a day at the end is when; without anybody it stays.', () => {
    expect(read('draw the map friday', { hasOwner: true, hasDue: false })).toEqual([
      'draw the map',
      undefined,
      '2026-12-04',
    ])
    expect(read('draw the map friday')).toEqual(['draw the map friday', undefined, undefined])
  })

  test('What is known already is not read again, and its words stay.', () => {
    expect(read('@jonas draw by friday', { hasOwner: true, hasDue: false })).toEqual([
      '@jonas draw',
      undefined,
      '2026-12-04',
    ])
    expect(read('@jonas draw by friday', { hasOwner: false, hasDue: true })).toEqual([
      'draw by friday',
      jonas,
      undefined,
    ])
  })
})
