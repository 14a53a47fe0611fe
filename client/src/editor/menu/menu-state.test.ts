import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MenuEvent, type MenuState, nextMenu } from './menu-state.ts'

const stateAfter = (...events: MenuEvent<string>[]) =>
  events.reduce<MenuState<string> | undefined>((state, event) => nextMenu(state, event), undefined)

const typed = (query: string): MenuEvent<string> => ({ type: 'typed', kind: 'people', query })
const found = (query: string, ...items: string[]): MenuEvent<string> => ({
  type: 'found',
  kind: 'people',
  query,
  items,
})

describe('a menu', () => {
  test('opens loading, and is ready with what was found', () => {
    expect(stateAfter(typed('a'))).toEqual({
      kind: 'people',
      query: 'a',
      phase: 'loading',
      items: [],
      active: 0,
    })
    expect(stateAfter(typed('a'), found('a', 'Ana'))).toMatchObject({ phase: 'ready', items: ['Ana'] })
  })

  test('passes over an answer to an older query', () => {
    expect(stateAfter(typed('a'), typed('an'), found('a', 'Alf'))).toMatchObject({
      phase: 'loading',
      items: [],
    })
  })

  test('keeps the old items in sight while the next are looked for', () => {
    expect(stateAfter(typed('a'), found('a', 'Ana'), typed('an'))).toMatchObject({
      phase: 'loading',
      items: ['Ana'],
    })
  })

  test('goes round at both ends', () => {
    const open = [typed(''), found('', 'a', 'b', 'c')]
    expect(stateAfter(...open, { type: 'moved', by: -1 })?.active).toBe(2)
    expect(stateAfter(...open, { type: 'moved', by: -1 }, { type: 'moved', by: 1 })?.active).toBe(0)
  })

  test('closes, and nothing but typing opens it', () => {
    expect(stateAfter(typed('a'), { type: 'closed' })).toBeUndefined()
    expect(stateAfter(found('a', 'Ana'), { type: 'moved', by: 1 })).toBeUndefined()
  })

  test('never points outside of its items', () => {
    const event: fc.Arbitrary<MenuEvent<string>> = fc.oneof(
      fc.constantFrom('', 'a').map(typed),
      fc
        .tuple(fc.constantFrom('', 'a'), fc.array(fc.string(), { maxLength: 3 }))
        .map(([query, items]) => found(query, ...items)),
      fc.constantFrom<MenuEvent<string>>(
        { type: 'moved', by: 1 },
        { type: 'moved', by: -1 },
        { type: 'closed' },
      ),
      fc.integer().map((index): MenuEvent<string> => ({ type: 'pointed', index })),
    )
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const state = stateAfter(...events) ?? { active: 0, items: [] }
        expect(state.active).toBeGreaterThanOrEqual(0)
        expect(state.active).toBeLessThan(Math.max(1, state.items.length))
      }),
    )
  })
})
