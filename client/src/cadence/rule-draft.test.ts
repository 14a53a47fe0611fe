import { readRule, WEEKDAYS } from '@rondo/shared/cadence/rule.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftOfRule, NTHS, type RuleDraft, ruleOf, weekdayOf, weeklyFrom } from './rule-draft.ts'

test('What people choose becomes a rule.', () => {
  const weekly = weeklyFrom('2026-03-05')
  expect(ruleOf(weekly)).toBe('FREQ=WEEKLY;BYDAY=TH')
  expect(ruleOf({ ...weekly, every: 2, weekdays: ['TH', 'MO'], until: '2026-12-31' })).toBe(
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20261231',
  )
  expect(ruleOf({ ...weekly, kind: 'month', nth: '-1' })).toBe('FREQ=MONTHLY;BYDAY=-1TH')
})

test('A rule without a weekday means that of its first day.', () => {
  expect(draftOfRule('FREQ=WEEKLY', '2026-03-05')).toMatchObject({ kind: 'weeks', weekdays: ['TH'] })
  expect(weekdayOf('2026-03-08')).toBe('SU')
})

test('A rule that nobody could have chosen stays as it was written.', () => {
  const rule = 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'
  const draft = draftOfRule(rule, '2026-03-05')
  expect([draft.kind, ruleOf(draft)]).toEqual(['own', rule])
})

test('A draft survives being written as a rule and read again, and every rule is a right one.', () => {
  const drafts: fc.Arbitrary<RuleDraft> = fc.record({
    kind: fc.constantFrom('weeks', 'month'),
    every: fc.integer({ min: 1, max: 8 }),
    weekdays: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1, maxLength: 7 }),
    nth: fc.constantFrom(...NTHS),
    until: fc.constantFrom('', '2027-01-31'),
    own: fc.constant(''),
  })
  fc.assert(
    fc.property(drafts, (draft) => {
      const rule = ruleOf(draft)
      expect(readRule(rule).ok).toBe(true)
      expect(ruleOf(draftOfRule(rule, '2026-03-05'))).toBe(rule)
      expect(draftOfRule(rule, '2026-03-05').kind).toBe(draft.kind)
    }),
    { numRuns: 200 },
  )
})
