import { act, renderHook } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { useStillWriting } from './use-still-writing.ts'

const writeSomewhere = (className: string): void => {
  document.body.innerHTML = `<div class="${className}" tabindex="0"></div>`
  document.querySelector<HTMLElement>(`.${className}`)?.focus()
}

const hold = (isOver: boolean) =>
  renderHook(({ over }) => useStillWriting(over), { initialProps: { over: isOver } })

afterEach(() => {
  document.body.innerHTML = ''
})

describe('useStillWriting', () => {
  it('keeps the room for whoever was writing when the meeting was wrapped, until they go', () => {
    writeSomewhere('ProseMirror')
    const { result, rerender } = hold(false)
    expect(result.current[0]).toBe(false)
    rerender({ over: true })
    expect(result.current[0]).toBe(true)
    act(() => result.current[1]())
    expect(result.current[0]).toBe(false)
  })

  it('shows the show-notes at once to whoever was not writing', () => {
    writeSomewhere('elsewhere')
    const { result, rerender } = hold(false)
    rerender({ over: true })
    expect(result.current[0]).toBe(false)
  })

  it('shows the show-notes to whoever opens a meeting that is over, even with the caret in a text', () => {
    writeSomewhere('ProseMirror')
    expect(hold(true).result.current[0]).toBe(false)
  })
})
