import { act, renderHook } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useDraft } from './use-draft.ts'

afterEach(() => localStorage.clear())

const open = (writer = 'priya', place = 'thread-1') => renderHook(() => useDraft(writer, place)).result
const typed = (text: string) => ({ draft: { text, mentions: [] }, replyTo: null })

describe('a draft', () => {
  it('survives a closed tab', () => {
    const tab = open()
    act(() => tab.current.change(typed('half a thought')))
    expect(open().current.unsent).toEqual(typed('half a thought'))
  })

  it('belongs to one person and one place', () => {
    const tab = open()
    act(() => tab.current.change(typed('mine')))
    expect(open('jonas').current.unsent.draft.text).toBe('')
    expect(open('priya', 'thread-2').current.unsent.draft.text).toBe('')
  })

  it('is gone once it is sent', () => {
    const tab = open()
    act(() => tab.current.change(typed('sent')))
    act(() => tab.current.discard())
    expect(localStorage).toHaveLength(0)
  })

  it('is still on screen where nothing can be kept', () => {
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    const tab = open()
    act(() => tab.current.change(typed('still here')))
    expect(tab.current.unsent.draft.text).toBe('still here')
    full.mockRestore()
  })

  it('from elsewhere or of another version is left alone', () => {
    localStorage.setItem('rondo.draft.priya.thread-1', '{"draft":{"text":7}}')
    expect(open().current.unsent.draft.text).toBe('')
  })
})
