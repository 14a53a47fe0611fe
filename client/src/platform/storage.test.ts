import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { draftsOf, forgetKept, kept } from './storage.ts'

afterEach(() => localStorage.clear())

const draft = (writer: string, place: string) => kept(`${draftsOf(writer)}${place}`, z.string())

describe('what somebody wrote and did not send', () => {
  it('goes when they leave, wherever they wrote it', () => {
    draft('priya', 'thread-1').write('half a thought')
    draft('priya', 'new-thread').write('a question')
    forgetKept(draftsOf('priya'))
    expect(localStorage).toHaveLength(0)
  })

  it('stays where somebody else leaves, and so does the look of the screen', () => {
    draft('priya', 'thread-1').write('half a thought')
    localStorage.setItem('rondo.colour-scheme', 'dark')
    forgetKept(draftsOf('pri'))
    forgetKept(draftsOf('jonas'))
    expect(draft('priya', 'thread-1').read()).toBe('half a thought')
    expect(localStorage.getItem('rondo.colour-scheme')).toBe('dark')
  })
})
