import { expect, it } from 'vitest'
import { safeReturn } from './guard.ts'

it('returns to an address of ours', () => {
  expect(safeReturn('/meetings/1?tab=notes#x')).toBe('/meetings/1?tab=notes#x')
})

it('never leads anybody elsewhere after signing in', () => {
  for (const back of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    undefined,
  ])
    expect(safeReturn(back)).toBe('/')
})
