import { expect, it } from 'vitest'
import { matching } from './matching.ts'

const people = ['Thiago Gonçalves', 'Hana Sato', 'Jonas Weber'].map((name) => ({ name }))
const names = (words: string) => matching(people, words).map(({ name }) => name)

it('People are found by any word of their name, whatever the accents.', () => {
  expect(names('goncal')).toEqual(['Thiago Gonçalves'])
  expect(names('THI')).toEqual(['Thiago Gonçalves'])
  expect(names('thiago gon')).toEqual(['Thiago Gonçalves'])
  expect(names('')).toHaveLength(3)
  expect(names('onas')).toEqual([])
})
