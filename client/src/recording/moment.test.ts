import { expect, test } from 'vitest'
import { placeTyped, placeWords } from './moment.ts'

test('A place in a recording is read as it is written.', () => {
  for (const words of ['0:00', '1:30', '59:59', '1:02:07', '10:00:00'])
    expect(placeWords(placeTyped(words) ?? -1)).toBe(words)
  expect([placeTyped('-0:45'), placeTyped('−1:00'), placeTyped(' + 2:05 ')]).toEqual([
    -45_000, -60_000, 125_000,
  ])
})

test.each(['', 'soon', '90', '1:2', '1:02:7', '1:00 pm'])('%j is no place.', (words) => {
  expect(placeTyped(words)).toBeNull()
})
