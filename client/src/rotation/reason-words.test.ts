import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { DAY } from '@rondo/shared/kernel/time.ts'
import type { Reason, Role } from '@rondo/shared/rotation/model.ts'
import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { startI18n } from '../platform/i18n.ts'
import { messages } from './messages.ts'
import { shortReason, whyWords } from './reason-words.ts'
import { roleWords } from './role-words.ts'

const now = Date.UTC(2026, 10, 22, 12)
const ledNineWeeksAgo: Reason = { kind: 'longest-ago', lastServedAt: now - 63 * DAY }
const ada = '00000001-0000-4000-8000-000000000001' as MemberId
const telling = (mine: boolean) => ({
  t: i18next.t,
  locale: i18next.language,
  now,
  mine,
  nameOf: (id: MemberId) => (id === ada ? 'Ada' : 'nobody'),
})

beforeAll(async () => {
  await startI18n({ rotation: messages }, 'en')
})

describe('the reason of a turn', () => {
  it('is short beside a name', () => {
    expect(shortReason(ledNineWeeksAgo, telling(false))).toBe('9 weeks ago')
    expect(shortReason({ kind: 'never-served' }, telling(false))).toBe('first time')
    expect(shortReason({ kind: 'everyone-is-new' }, telling(false))).toBe('everyone is new')
    expect(shortReason({ kind: 'assigned' }, telling(true))).toBe('named')
  })

  it('is a whole sentence, about the reader as "you"', () => {
    expect(whyWords(ledNineWeeksAgo, 'Jonas', telling(true))).toBe(
      'You led 9 weeks ago, longer ago than anyone else who is here.',
    )
    expect(whyWords(ledNineWeeksAgo, 'Jonas', telling(false))).toBe(
      'Jonas led 9 weeks ago, longer ago than anyone else who is here.',
    )
    expect(whyWords({ kind: 'never-served' }, 'Hana', telling(false))).toContain('Hana has not led yet')
  })

  it('names whom a turn was swapped with', () => {
    const swapped: Reason = { kind: 'swapped', with: ada }
    expect(shortReason(swapped, telling(false))).toBe('swapped with Ada')
    expect(whyWords(swapped, 'Hana', telling(false))).toBe('Hana swapped with Ada.')
  })

  it('compares a later turn only with those who are left by then', () => {
    expect(whyWords(ledNineWeeksAgo, 'Jonas', { ...telling(false), later: true })).toBe(
      'Of those who are left by then, Jonas led longest ago: 9 weeks ago.',
    )
  })

  it('never speaks of a planned turn as if it were past', () => {
    const planned: Reason = { kind: 'longest-ago', lastServedAt: now + 7 * DAY }
    const undated: Reason = { kind: 'longest-ago', lastServedAt: null }
    for (const reason of [planned, undated]) {
      expect(shortReason(reason, telling(false))).toBe('once round')
      expect(whyWords(reason, 'Jonas', telling(false))).toBe(
        'By then everyone else will have led since Jonas did.',
      )
    }
  })

  it('speaks of the role in question, and of the circle’s own by its name', () => {
    const own: Role = 'own-00000001-0000-4000-8000-000000000001'
    const scout = roleWords(own, [{ role: own, name: 'Scout' }])
    const notes = roleWords('note-taker', [])
    expect(whyWords(ledNineWeeksAgo, 'Jonas', { ...telling(false), role: notes })).toContain(
      'Jonas took notes 9',
    )
    expect(whyWords({ kind: 'never-served' }, 'Hana', { ...telling(false), role: notes })).toContain(
      'has not taken notes yet',
    )
    expect(whyWords(ledNineWeeksAgo, 'Jonas', { ...telling(true), role: scout })).toContain(
      'You held “Scout” 9',
    )
  })

  it('exists in every language for every kind', async () => {
    await i18next.changeLanguage('de')
    const kinds: Reason[] = [
      ledNineWeeksAgo,
      { kind: 'never-served' },
      { kind: 'everyone-is-new' },
      { kind: 'assigned' },
      { kind: 'settled' },
      { kind: 'volunteered' },
      { kind: 'nobody' },
      { kind: 'left-open' },
    ]
    for (const reason of kinds) {
      for (const mine of [true, false])
        expect(whyWords(reason, 'Jonas', telling(mine))).not.toContain('rotation.')
      expect(shortReason(reason, telling(false))).not.toContain('rotation.')
    }
    expect(whyWords(ledNineWeeksAgo, 'Jonas', telling(true))).toContain('vor 9 Wochen')
    await i18next.changeLanguage('en')
  })
})
