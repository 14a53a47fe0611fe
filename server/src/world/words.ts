import { int32, oneOf, type PRNG } from 'lib0/prng'

const FIRST = [
  'Ada',
  'Bela',
  'Chidi',
  'Dara',
  'Elif',
  'Farid',
  'Greta',
  'Hiro',
  'Ines',
  'Jun',
  'Kofi',
  'Lena',
  'Mei',
  'Noor',
  'Olga',
  'Pia',
]
const LAST = [
  'Abara',
  'Berg',
  'Costa',
  'Dinh',
  'Eriksen',
  'Fuchs',
  'Gomez',
  'Haddad',
  'Ito',
  'Jansen',
  'Keita',
  'Lopez',
  'Mwangi',
  'Novak',
  'Okafor',
  'Petrov',
]

const SUBJECTS = [
  'The cache',
  'A small team',
  'The first reader',
  'This parser',
  'An old test',
  'The queue',
  'A good name',
  'The clock',
]
const VERBS = ['explains', 'hides', 'needs', 'replaces', 'outlives', 'questions', 'measures', 'simplifies']
const OBJECTS = [
  'the whole design',
  'a second opinion',
  'what nobody wrote down',
  'the slow path',
  'our habits',
  'three lines of code',
  'the release',
  'a longer talk',
]
const TOPICS = [
  'Caches',
  'Parsers',
  'Reviews',
  'Queues',
  'Names',
  'Clocks',
  'Indexes',
  'Retries',
  'Schemas',
  'Traces',
]
const ANGLES = [
  'in practice',
  'from the inside',
  'on one page',
  'slowly',
  'for newcomers',
  'and what breaks them',
]

/** A different name for each of the first 256 people, then with a number. */
export const nameOfPerson = (index: number): string => {
  const name = `${FIRST[index % FIRST.length]} ${LAST[Math.floor(index / FIRST.length) % LAST.length]}`
  const round = Math.floor(index / (FIRST.length * LAST.length))
  return round === 0 ? name : `${name} ${round + 1}`
}

export const sentence = (gen: PRNG): string =>
  `${oneOf(gen, SUBJECTS)} ${oneOf(gen, VERBS)} ${oneOf(gen, OBJECTS)}, and we saw it ${int32(gen, 2, 40)} times.`

export const titleOf = (gen: PRNG): string => `${oneOf(gen, TOPICS)} ${oneOf(gen, ANGLES)}`
