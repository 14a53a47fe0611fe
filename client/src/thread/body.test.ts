import { memberId } from '@rondo/shared/kernel/id.ts'
import { describe, expect, it } from 'vitest'
import { excerptOf, paragraphsOf, piecesOf } from './body.ts'

const jonas = memberId.parse('0b6f6d3e-1111-4222-8333-444455556666')

describe('the body of a post', () => {
  it('is parted into text, people and addresses', () => {
    expect(piecesOf(`Ask @[${jonas}] or see https://sqlite.org/pager.html.`)).toEqual([
      { kind: 'text', text: 'Ask ' },
      { kind: 'mention', memberId: jonas },
      { kind: 'text', text: ' or see ' },
      { kind: 'link', href: 'https://sqlite.org/pager.html' },
      { kind: 'text', text: '.' },
    ])
  })

  it('keeps a bracket that belongs to the address and leaves one that does not', () => {
    expect(piecesOf('https://en.wikipedia.org/wiki/C_(language)')).toEqual([
      { kind: 'link', href: 'https://en.wikipedia.org/wiki/C_(language)' },
    ])
    expect(piecesOf('(https://sqlite.org)').at(-1)).toEqual({ kind: 'text', text: ')' })
  })

  it('never makes a link of anything but http and https', () => {
    for (const text of ['javascript:alert(1)', 'data:text/html,x', '<a href=x>', 'https://', 'mailto:a@b.c'])
      expect(piecesOf(text)).toEqual([{ kind: 'text', text }])
  })

  it('leaves an unfinished mention as it was typed', () => {
    expect(piecesOf('@[0b6f6d3e]')).toEqual([{ kind: 'text', text: '@[0b6f6d3e]' }])
    expect(piecesOf(`@[${'-'.repeat(36)}]`)).toEqual([{ kind: 'text', text: `@[${'-'.repeat(36)}]` }])
  })

  it('has a paragraph for every blank line, and line breaks inside', () => {
    expect(paragraphsOf('one\ntwo\r\n\r\n\nthree')).toEqual([
      [{ kind: 'text', text: 'one\ntwo' }],
      [{ kind: 'text', text: 'three' }],
    ])
  })

  it('is quoted on one line with names, and not longer than asked', () => {
    expect(excerptOf(`Thanks\n@[${jonas}]!`, () => 'Jonas')).toBe('Thanks @Jonas!')
    expect([...excerptOf('x'.repeat(300), () => '', 20)]).toHaveLength(20)
  })
})
