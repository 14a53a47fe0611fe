import { before, cancelled } from './messages-before.ts'
import { floor } from './messages-floor.ts'
import { pace } from './messages-pace.ts'
import { parts } from './messages-parts.ts'
import { room } from './messages-room.ts'
import { schedule } from './messages-schedule.ts'
import { seat } from './messages-seat.ts'
import { showNotes } from './messages-show-notes.ts'
import { summary } from './messages-summary.ts'

/** Texts of meetings, in every language: the room, scheduling, the show-notes after. */
export const messages = {
  en: {
    number: 'Meeting {{number}}',
    numberSmall: 'meeting {{number}}',
    notHereShort: 'Not found',
    notHere: 'This meeting does not exist, or it is not for you.',
    toToday: 'To today',
    role: {
      facilitator: 'Facilitator',
      presenter: 'Presenter',
      'note-taker': 'Note-taker',
      timekeeper: 'Timekeeper',
      own: 'A role of the circle',
    },
    format: 'Format: {{name}}',
    ...room.en,
    ...parts.en,
    floor: floor.en,
    pace: pace.en,
    ...seat.en,
    before: before.en,
    cancelled: cancelled.en,
    schedule: schedule.en,
    notes: showNotes.en,
    summary: summary.en,
  },
  de: {
    number: 'Treffen {{number}}',
    numberSmall: 'Treffen {{number}}',
    notHereShort: 'Nicht gefunden',
    notHere: 'Dieses Treffen gibt es nicht, oder es ist nicht für dich.',
    toToday: 'Zu Heute',
    role: {
      facilitator: 'Moderation',
      presenter: 'Vortrag',
      'note-taker': 'Notizen',
      timekeeper: 'Zeit',
      own: 'Eine Rolle des Kreises',
    },
    format: 'Format: {{name}}',
    ...room.de,
    ...parts.de,
    floor: floor.de,
    pace: pace.de,
    ...seat.de,
    before: before.de,
    cancelled: cancelled.de,
    schedule: schedule.de,
    notes: showNotes.de,
    summary: summary.de,
  },
}
