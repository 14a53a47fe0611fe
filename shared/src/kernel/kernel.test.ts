import { describe, expect, test } from 'vitest'
import { memberId } from './id.ts'
import { line, prose } from './text.ts'
import { instant, timeZone } from './time.ts'

describe('text that a person typed', () => {
  test.each([
    ['a purpose of 160 characters', 'x'.repeat(160), true],
    ['161 characters', 'x'.repeat(161), false],
    ['160 characters outside the basic plane', '🜁'.repeat(160), true],
    ['nothing but spaces', '   ', false],
    ['a line break', 'one\ntwo', false],
    ['a direction override', 'safe\u202egnp.exe', false],
    ['Arabic with a mark', '\u0645\u0631\u062d\u0628\u0627\u200f', true],
  ])('a line takes %s: %#', (_name, text, ok) => {
    expect(line(160).safeParse(text).success).toBe(ok)
  })

  test('prose keeps its line breaks and loses the spaces around', () => {
    expect(prose(20).parse('  one\n\ttwo ')).toBe('one\n\ttwo')
    expect(prose(20).safeParse('bell\u0007').success).toBe(false)
  })
})

describe('time', () => {
  test.each(['Europe/Berlin', 'Asia/Kolkata', 'UTC', 'America/Argentina/Buenos_Aires'])(
    '%s is a zone',
    (zone) => {
      expect(timeZone.safeParse(zone).success).toBe(true)
    },
  )

  test.each(['Mars/Olympus', '+02:00', '', '../etc/passwd'])('"%s" is not a zone', (zone) => {
    expect(timeZone.safeParse(zone).success).toBe(false)
  })

  test('microseconds and fractions are not instants', () => {
    expect(instant.safeParse(1_700_000_000_000_000).success).toBe(false)
    expect(instant.safeParse(1.5).success).toBe(false)
  })
})

test('an id is a lower-case UUID and nothing else', () => {
  expect(memberId.safeParse('0b7c1d6e-8f55-4a7e-9a54-6f3f8f8a0c11').success).toBe(true)
  expect(memberId.safeParse('0B7C1D6E-8F55-4A7E-9A54-6F3F8F8A0C11').success).toBe(false)
  expect(memberId.safeParse('../0b7c1d6e').success).toBe(false)
})
