import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { SavedState } from './saved-state.ts'
import { CALM, LONG, useSavedState } from './use-saved-state.ts'
import { watch } from './watched.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A document's state, what the mark shows of it, and how often that was drawn. */
const look = (first: SavedState = { kind: 'saved' }) => {
  const saved = watch(first)
  let drawn = 0
  const { result } = renderHook(() => {
    drawn += 1
    return useSavedState({ saved })
  })
  return {
    set: (state: SavedState) => act(() => saved.set(state)),
    pass: (ms: number) => void act(() => vi.advanceTimersByTime(ms)),
    shown: () => result.current,
    drawn: () => drawn,
  }
}

it('says at once that something is on its way, and "saved" only when nobody has typed for a moment', () => {
  const { set, pass, shown } = look()
  expect(shown()).toEqual({ kind: 'saved' })
  set({ kind: 'saving' })
  expect(shown()).toEqual({ kind: 'saving' })
  set({ kind: 'saved' })
  pass(CALM - 1)
  expect(shown()).toEqual({ kind: 'saving' })
  pass(1)
  expect(shown()).toEqual({ kind: 'saved' })
})

it('says "saved" at once when a page was just opened', () => {
  const { set, shown } = look({ kind: 'saving' })
  expect(shown()).toEqual({ kind: 'saving' })
  set({ kind: 'saved' })
  expect(shown()).toEqual({ kind: 'saved' })
})

it('never says "saved" while something is not', () => {
  const { set, pass, shown } = look()
  set({ kind: 'saving' })
  set({ kind: 'saved' })
  pass(CALM - 1)
  set({ kind: 'kept', count: 1, onDevice: true })
  expect(shown()).toEqual({ kind: 'kept', count: 1, onDevice: true })
  pass(10 * CALM)
  expect(shown()).toEqual({ kind: 'kept', count: 1, onDevice: true })
})

it('stays as it is while somebody types on and on', () => {
  const { set, pass, drawn } = look()
  set({ kind: 'saving' })
  const once = drawn()
  for (let letter = 0; letter < 50; letter += 1) {
    set({ kind: 'saved' })
    pass(CALM / 2)
    set({ kind: 'saving' })
  }
  // React may look once more before it knows that nothing changes.
  expect(drawn()).toBeLessThanOrEqual(once + 1)
})

it('shows that somebody waits, once it takes long', () => {
  const { set, pass, shown } = look()
  set({ kind: 'saving' })
  pass(LONG)
  expect(shown()).toEqual({ kind: 'saving', isLong: true })
  set({ kind: 'saved' })
  pass(CALM)
  expect(shown()).toEqual({ kind: 'saved' })
})
