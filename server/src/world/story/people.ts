import type { Person } from './story.ts'

/** In the order of joining, which gives each their colour. The visitor sits in the first one's seat. */
export const people: Person[] = [
  { key: 'priya', name: 'Priya Raman', timeZone: 'America/Los_Angeles' },
  { key: 'wanjiru', name: 'Wanjiru Kamau', timeZone: 'Africa/Nairobi' },
  { key: 'jonas', name: 'Jonas Weber', timeZone: 'Europe/Berlin' },
  { key: 'hana', name: 'Hana Sato', timeZone: 'Asia/Tokyo' },
  { key: 'leyla', name: 'Leyla Demir', timeZone: 'Europe/Berlin' },
  { key: 'thiago', name: 'Thiago Gonçalves', timeZone: 'America/Sao_Paulo' },
]
