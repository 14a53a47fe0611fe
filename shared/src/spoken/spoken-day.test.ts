import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDueDate } from '../document/attributes.ts'
import { dayInZone } from '../kernel/day-in-zone.ts'
import { readSpokenDay } from './spoken-day.ts'

/** A Monday. */
const MONDAY = '2026-11-30'

/** What is left of the words, and the day. */
const read = (text: string, today = MONDAY) => {
  const found = readSpokenDay(text, today)
  return found && [text.slice(0, found.from), found.day]
}

describe('a day at the end of a step', () => {
  test.each([
    ['Draw the map by friday', 'Draw the map', '2026-12-04'],
    ['Draw the map by Friday.', 'Draw the map', '2026-12-04'],
    ['Draw the map next friday', 'Draw the map', '2026-12-11'],
    ['Draw the map this friday', 'Draw the map', '2026-12-04'],
    ['Draw the map, friday', 'Draw the map', '2026-12-04'],
    ['Draw the map until Monday', 'Draw the map', '2026-12-07'],
    ['Draw the map by fri', 'Draw the map', '2026-12-04'],
    ['Draw the map due on thursday', 'Draw the map', '2026-12-03'],
    ['Draw the map by tomorrow', 'Draw the map', '2026-12-01'],
    ['Draw the map tomorrow', 'Draw the map', '2026-12-01'],
    ['Draw the map by today', 'Draw the map', '2026-11-30'],
    ['Draw the map the day after tomorrow', 'Draw the map', '2026-12-02'],
    ['Draw the map in two weeks', 'Draw the map', '2026-12-14'],
    ['Draw the map in 3 days', 'Draw the map', '2026-12-03'],
    ['Draw the map in a month', 'Draw the map', '2026-12-30'],
    ['Draw the map on 3 Dec', 'Draw the map', '2026-12-03'],
    ['Draw the map by Dec 3rd', 'Draw the map', '2026-12-03'],
    ['Draw the map by 3rd of December', 'Draw the map', '2026-12-03'],
    ['Draw the map by 3 Jan', 'Draw the map', '2027-01-03'],
    ['Draw the map by 29 Feb', 'Draw the map', '2028-02-29'],
    ['Draw the map by May 3, 2027', 'Draw the map', '2027-05-03'],
    ['Draw the map 2026-12-03', 'Draw the map', '2026-12-03'],
    ['Die Karte zeichnen bis Freitag', 'Die Karte zeichnen', '2026-12-04'],
    ['Die Karte zeichnen bis nächsten Freitag', 'Die Karte zeichnen', '2026-12-11'],
    ['Die Karte zeichnen bis kommenden Freitag', 'Die Karte zeichnen', '2026-12-04'],
    ['Die Karte zeichnen bis spätestens Freitag', 'Die Karte zeichnen', '2026-12-04'],
    ['Die Karte zeichnen am Donnerstag', 'Die Karte zeichnen', '2026-12-03'],
    ['Die Karte zeichnen bis Fr', 'Die Karte zeichnen', '2026-12-04'],
    ['Die Karte zeichnen bis Mi.', 'Die Karte zeichnen', '2026-12-02'],
    ['Die Karte zeichnen bis morgen', 'Die Karte zeichnen', '2026-12-01'],
    ['Die Karte zeichnen übermorgen', 'Die Karte zeichnen', '2026-12-02'],
    ['Die Karte zeichnen in zwei Wochen', 'Die Karte zeichnen', '2026-12-14'],
    ['Die Karte zeichnen bis zum 3. Dezember', 'Die Karte zeichnen', '2026-12-03'],
    ['Die Karte zeichnen bis 3.12.', 'Die Karte zeichnen', '2026-12-03'],
    ['Die Karte zeichnen am 3.12.2027', 'Die Karte zeichnen', '2027-12-03'],
  ])('"%s" is "%s" by %s', (text, left, day) => {
    expect(read(text)).toEqual([left, day])
  })

  test.each([
    'Ask whether we may',
    'Write about the sun',
    'Ask them what may',
    'Plan the march',
    'See who sat',
    'Meet in may',
    'Review the notes of Friday',
    'Prepare the demo for next friday',
    'Prepare the demo for Friday',
    'Write up what we learned today',
    'Look at the plan for tomorrow',
    'Think about the world of tomorrow',
    'Read the minutes of 2026-12-03',
    'Read the minutes of 3 December',
    'Bump the library to 3.12.',
    'Bump the library by 3 dots',
    'Send the report from last Friday',
    'Do it by 2026-02-30',
    'Meeting date: 2026-12-03',
    'Meeting date 2026-12-03',
    'Find a slot that suits all (10am Pacific on Wednesday)',
    'Do it by 2025-12-03',
    'Meet at 9 am tomorrow',
    'Meet am morgen',
    'Wir treffen uns jeden Morgen',
    'Guten Morgen',
    'Mach es am besten so',
    'Sag, was wir bis so',
    'Zeichnen Fr',
    'Protokoll vom Freitag lesen',
    'Protokoll vom Freitag',
    'Das Treffen am Freitag vorbereiten',
    'Friday is for demos',
    'by friday we ship it',
    'tomorrow',
    'Friday',
    '',
  ])('"%s" keeps its words', (text) => {
    expect(read(text)).toBeUndefined()
  })
})

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const phrase = fc.constantFrom(
  'by friday',
  'next monday',
  'tomorrow',
  'in two weeks',
  'in 3 months',
  'on 31 Jan',
  'by 29 Feb',
  'bis Sonntag',
  'bis zum 1. März',
  'bis 24.12.',
)

test('On any day of any year a day is read that exists, is not past, and takes nothing but its own words.', () => {
  fc.assert(
    fc.property(
      day,
      phrase,
      fc.constantFrom('Draw the map', 'Ask Ana', 'Über die Brücke'),
      (today, said, words) => {
        const found = readSpokenDay(`${words} ${said}`, today)
        expect(isDueDate(found?.day)).toBe(true)
        expect(found && found.day >= today).toBe(true)
        expect(found?.from).toBe(words.length)
      },
    ),
  )
})

test('Whatever is typed, what is read is the end of it.', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'by',
      'may',
      'sun',
      'friday',
      'next',
      'in',
      'two',
      'weeks',
      'bis',
      'am',
      '3',
      'dec',
      ',',
      '—',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), day, (words, today) => {
      const text = words.join(' ')
      const found = readSpokenDay(text, today)
      if (found === undefined) return
      expect(found.from).toBeLessThan(text.length)
      expect(found.from).toBeGreaterThanOrEqual(0)
      expect(isDueDate(found.day)).toBe(true)
    }),
  )
})

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Asia/Kathmandu',
]

describe('the day where the circle meets', () => {
  test.each([
    ['2026-11-30T22:59:59Z', 'Europe/Berlin', '2026-11-30'],
    ['2026-11-30T23:00:00Z', 'Europe/Berlin', '2026-12-01'],
    ['2026-03-29T00:59:59Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-03-28T22:59:59Z', 'Europe/Berlin', '2026-03-28'],
    ['2026-10-24T22:00:00Z', 'Europe/Berlin', '2026-10-25'],
    ['2026-10-25T22:59:59Z', 'Europe/Berlin', '2026-10-25'],
    ['2026-11-01T03:59:59Z', 'America/New_York', '2026-10-31'],
    ['2026-11-02T04:59:59Z', 'America/New_York', '2026-11-01'],
    ['2026-11-30T10:00:00Z', 'Pacific/Kiritimati', '2026-12-01'],
    ['2026-12-01T10:59:59Z', 'Pacific/Pago_Pago', '2026-11-30'],
  ])('at %s in %s is %s', (at, zone, expected) => {
    expect(dayInZone(zone, Date.parse(at))).toBe(expected)
  })

  test('goes on by one and never back, whatever the clocks do', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) }),
        (zone, at) => {
          const [today, later] = [dayInZone(zone, at), dayInZone(zone, at + 26 * 3_600_000)]
          expect(later > today).toBe(true)
        },
      ),
    )
  })
})
