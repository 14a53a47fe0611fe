import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pseudo, pseudoOf } from './pseudo.ts'

describe('the pseudo-language', () => {
  it('accents, lengthens and brackets a text', () => {
    expect(pseudo('Wrap up')).toBe('[Ŵŕáþ úþ~~~]')
  })

  it('leaves variables, tags and references as they are', () => {
    const text = pseudo('Then <b>{{name}}</b> on {{date, short}} $t(ui.you)')
    expect(text).toContain('<b>{{name}}</b>')
    expect(text).toContain('{{date, short}}')
    expect(text).toContain('$t(ui.you)')
  })

  it('is at least a third longer than what it stands for', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        fc.pre(!/[{<$]/.test(text))
        expect(pseudo(text).length).toBeGreaterThanOrEqual(Math.ceil(text.length * 1.35))
      }),
    )
  })

  it('keeps the keys of a catalogue', () => {
    expect(pseudoOf({ a: { b_one: 'x' } })).toEqual({ a: { b_one: '[ẋ~]' } })
  })
})
