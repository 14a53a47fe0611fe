import type { Role } from '@rondo/shared/rotation/model.ts'
import { planRota } from '@rondo/shared/rotation/plan.ts'
import { dayOf, inputOf, meetings, person, startOf, touched } from '@rondo/shared/rotation/tiny-circle.ts'
import { expect, test } from 'vitest'

const ROLES: Role[] = ['facilitator', 'presenter', 'note-taker']
const PEOPLE = 50
const YEARS = 5
const RUNS = 21
const MOST_MS = 50

/** A circle of fifty that met every week for five years, with people away and turns decided, asked for twelve weeks. */
const oldCircle = () => {
  const past = Array.from({ length: YEARS * 52 }, (_, week) => week)
  const ledger = past.flatMap((week) =>
    ROLES.map((role, offset) => ({
      memberId: person((week * 3 + offset * 17) % PEOPLE),
      role,
      servedAt: startOf(week - past.length),
    })),
  )
  const away = Array.from({ length: PEOPLE * 2 }, (_, n) => ({
    memberId: person(n % PEOPLE),
    from: dayOf(n % 12),
    to: dayOf((n % 12) + 1),
  }))
  const held = { memberId: person(7), as: 'accepted' as const }
  const occurrences = touched(meetings(12), [2, 'facilitator', { held, passed: [person(3)] }])
  const members = Array.from({ length: PEOPLE }, (_, n) => n)
  return inputOf({ members, roles: ROLES, ledger, away, occurrences })
}

test('Twelve weeks of a circle of fifty with five years behind it are planned within 50 ms.', () => {
  const input = oldCircle()
  const taken = Array.from({ length: RUNS }, () => {
    const before = performance.now()
    expect(planRota(input)).toHaveLength(12)
    return performance.now() - before
  })
  const median = taken.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.POSITIVE_INFINITY
  expect(median).toBeLessThan(MOST_MS)
})
