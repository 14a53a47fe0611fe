import type { Strain, View } from '@rondo/shared/hours/model.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { expect, test } from 'vitest'
import { clockGroups, countsOf } from './clock-groups.ts'

const view = (name: string, day: string, time: string, strain: Strain): View => ({
  memberId: name as MemberId,
  day,
  time,
  strain,
})

const views = [
  view('hana', '2026-11-27', '01:00', 'night'),
  view('jonas', '2026-11-26', '17:00', 'in-hours'),
  view('priya', '2026-11-26', '08:00', 'edge'),
  view('leyla', '2026-11-26', '17:00', 'in-hours'),
  view('wanda', '2026-11-26', '17:00', 'edge'),
]

test('Clocks stand from west to east; those that show the same and cost the same stand together.', () => {
  expect(clockGroups(views).map(({ time, strain, memberIds }) => [time, strain, memberIds])).toEqual([
    ['08:00', 'edge', ['priya']],
    ['17:00', 'edge', ['wanda']],
    ['17:00', 'in-hours', ['jonas', 'leyla']],
    ['01:00', 'night', ['hana']],
  ])
})

test('Only who pays is counted, the night first.', () => {
  expect(countsOf(views)).toEqual([
    ['night', 1],
    ['edge', 2],
  ])
  expect(countsOf([])).toEqual([])
})
