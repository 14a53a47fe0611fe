import type { Locale } from '@rondo/shared/account/model.ts'
import type { KnownRole } from '@rondo/shared/rotation/model.ts'

/** What stands in a calendar, in the language of its owner. */
interface Words {
  calendarOf: (name: string) => string
  mine: string
  cancelled: (reason: string) => string
  you: (name: string) => string
  yourTime: (time: string, city: string) => string
  open: string
  notes: string
  roles: Record<KnownRole, string>
}

const en: Words = {
  calendarOf: (name) => `${name} (Rondo)`,
  mine: 'My circles (Rondo)',
  cancelled: (reason) => `Cancelled: ${reason}`,
  you: (name) => `${name} (you)`,
  yourTime: (time, city) => `For you: ${time} (${city})`,
  open: 'still open',
  notes: 'Show-notes',
  roles: {
    facilitator: 'Facilitator',
    presenter: 'Presenter',
    'note-taker': 'Note-taker',
    timekeeper: 'Timekeeper',
  },
}

const de: Words = {
  calendarOf: (name) => `${name} (Rondo)`,
  mine: 'Meine Kreise (Rondo)',
  cancelled: (reason) => `Abgesagt: ${reason}`,
  you: (name) => `${name} (du)`,
  yourTime: (time, city) => `Bei dir: ${time} (${city})`,
  open: 'noch offen',
  notes: 'Shownotes',
  roles: {
    facilitator: 'Moderation',
    presenter: 'Vortrag',
    'note-taker': 'Notizen',
    timekeeper: 'Zeit',
  },
}

export const wordsIn = (locale: Locale): Words => (locale === 'de' ? de : en)
