import { expect, test } from 'vitest'
import { proposedValues, readProposal } from './proposal-in-address.ts'

const found = { startsOn: '2026-11-26', times: '13:00,01:00', weeks: 2 }

test('A series found elsewhere stands in the form: its day, its times in turn, and its rhythm.', () => {
  expect(proposedValues(found)).toEqual({
    startsOn: '2026-11-26',
    times: ['13:00', '01:00'],
    draft: { kind: 'weeks', every: 2, weekdays: ['TH'], nth: '1', until: '', own: '' },
  })
  expect(readProposal(found)).toEqual(found)
})

test.each([
  ['a day that is none', { startsOn: '2026-02-30' }],
  ['a time that is none', { times: '13:00,25:00' }],
  ['no time', { times: '' }],
  ['no rhythm', { weeks: 0 }],
])('An address with %s proposes nothing.', (_, wrong) => {
  expect(proposedValues({ ...found, ...wrong })).toEqual({})
  expect(readProposal({ ...found, ...wrong })).toEqual({})
})
