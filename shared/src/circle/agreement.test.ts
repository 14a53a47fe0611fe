import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MemberId } from '../kernel/id.ts'
import { SILENCE, settlement, settlesAt, stancesOf, type Voice } from './agreement.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as MemberId
const electors = [1, 2, 3].map(id)
const voices = fc
  .array(
    fc.record({
      by: fc.nat(4).map(id),
      kind: fc.constantFrom('accepts' as const, 'objects' as const, 'comments' as const),
      after: fc.nat(SILENCE),
    }),
  )
  .map((said) => {
    let at = 0
    return said.map(({ by, kind, after }): Voice => {
      at += after
      return { by, kind, text: null, at }
    })
  })

describe('settlement', () => {
  test('never happens over a standing objection of somebody who has a say', () => {
    fc.assert(
      fc.property(voices, fc.nat(), (said, more) => {
        const now = (said.at(-1)?.at ?? 0) + more
        const settled = settlement({ editedAt: 0, voices: said, electors }, now)
        const stances = stancesOf(said)
        if (electors.some((one) => stances.get(one) === 'objects')) expect(settled).toBeNull()
        if (settled?.how === 'silence') expect(settled.at).toBeGreaterThanOrEqual(SILENCE)
        if (settled?.how === 'all') for (const one of electors) expect(stances.get(one)).toBe('accepts')
      }),
    )
  })

  test('once it happened, is the same whenever somebody looks', () => {
    fc.assert(
      fc.property(voices, fc.nat(), fc.nat(), (said, soon, later) => {
        const asked = { editedAt: 0, voices: said, electors }
        const now = (said.at(-1)?.at ?? 0) + soon
        const settled = settlement(asked, now)
        if (settled !== null) expect(settlement(asked, now + later)).toEqual(settled)
        else if (settlesAt(asked) === null) expect(settlement(asked, now + later)).toBeNull()
      }),
    )
  })

  test('does not ask those who have no say', () => {
    const said: Voice[] = electors.map((by) => ({ by, kind: 'accepts', text: null, at: 5 }))
    const stranger: Voice = { by: id(9), kind: 'objects', text: 'No.', at: 6 }
    expect(settlement({ editedAt: 0, voices: [...said, stranger], electors }, 7)).toEqual({
      at: 5,
      how: 'all',
    })
  })
})
