import { describe, expect, test } from 'vitest'
import { KNOWN_ROLES } from '../rotation/model.ts'
import { format, PRESETS, type PresetId } from './model.ts'
import { templateBlocks } from './page-template.ts'
import { formatIn, isPreset } from './presets.ts'

describe.each(PRESETS)('%s', (id) => {
  const [en, de] = [formatIn('en', id), formatIn('de', id)]

  test('is a format that could be saved as it stands, in every language', () => {
    for (const { id: _, ...words } of [en, de]) expect(format.safeParse(words).error?.issues).toBeUndefined()
  })

  test('says the same in both languages: segments, minutes, parts', () => {
    const bones = ({ segments, roles }: typeof en) => [
      segments.map(({ minutes, carryOver, part, prompt }) => [
        minutes,
        carryOver,
        part,
        prompt !== undefined,
      ]),
      roles.length,
    ]
    expect(bones(de)).toEqual(bones(en))
    expect(de.segments.map(({ title }) => title)).not.toEqual(en.segments.map(({ title }) => title))
  })

  test('lasts half an hour to an hour and a half, and is led by somebody', () => {
    const minutes = en.segments.reduce((sum, segment) => sum + segment.minutes, 0)
    expect(minutes).toBeGreaterThanOrEqual(30)
    expect(minutes).toBeLessThanOrEqual(90)
    expect(en.roles[0]).toBe('facilitator')
  })
})

test('There are thirteen, and the pseudo-language borrows the English ones.', () => {
  expect(new Set(PRESETS).size).toBe(13)
  expect(formatIn('pseudo', 'demo-day')).toEqual(formatIn('en', 'demo-day'))
  expect([isPreset('demo-day'), isPreset('toString'), isPreset('')]).toEqual([true, false, false])
})

test.each<[PresetId, string[]]>([
  ['critique-lab', ['present', 'clarify', 'warm', 'cool', 'next']],
  ['portfolio-swap', ['swap']],
  ['rotating-pairs', ['pairs', 'pairs']],
  ['shadowing', ['lane', 'debrief']],
  ['study-sprint', ['study']],
])('%s does what it is for: %s', (id, parts) => {
  const found = formatIn('en', id).segments.flatMap(({ part }) =>
    part === undefined ? [] : [part.kind === 'phase' ? part.phase : part.kind],
  )
  expect(found).toEqual(parts)
})

test('The observer is a role of its own words, in both languages.', () => {
  const own = (locale: 'en' | 'de') =>
    formatIn(locale, 'shadowing').roles.filter((role) => !KNOWN_ROLES.some((known) => known === role))
  expect([own('en'), own('de')]).toEqual([['Observer'], ['Beobachtung']])
})

describe('templateBlocks', () => {
  test('makes headings, lists and paragraphs of lines', () => {
    const template =
      '# Forces\n- time\n-\n## More\n1. leave it\n2) do it\n[ ] asked\n- [ ] told\n\nPlain\n-not a list'
    expect(templateBlocks(template)).toEqual([
      { type: 'heading', level: 2, line: 'Forces' },
      { type: 'bullets', items: ['time', ''] },
      { type: 'heading', level: 3, line: 'More' },
      { type: 'numbers', items: ['leave it', 'do it'] },
      {
        type: 'tasks',
        items: [
          { done: false, line: 'asked' },
          { done: false, line: 'told' },
        ],
      },
      { type: 'paragraph', line: 'Plain' },
      { type: 'paragraph', line: '-not a list' },
    ])
    expect(templateBlocks('')).toEqual([])
  })
})
