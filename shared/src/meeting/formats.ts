import type { Locale } from '../account/model.ts'
import type { PlannedSegment } from './model.ts'

export const FORMAT_IDS = ['brown-bag', 'learning-circle'] as const
export type FormatId = (typeof FORMAT_IDS)[number]

type Language = Exclude<Locale, 'pseudo'>

/** The shape of a meeting; its words become content, so they come in the language of whoever schedules it. */
export interface Format {
  id: FormatId
  name: string
  about: string
  segments: PlannedSegment[]
}

const segment = (title: string, minutes: number, prompt?: string): PlannedSegment => ({
  title,
  minutes,
  carryOver: false,
  ...(prompt === undefined ? {} : { prompt }),
})

const carryOver = (title: string, minutes: number): PlannedSegment => ({ title, minutes, carryOver: true })

const FORMATS: Record<Language, Record<FormatId, Format>> = {
  en: {
    'brown-bag': {
      id: 'brown-bag',
      name: 'Brown-bag',
      about: 'One person shows something, everyone asks, and the notes write themselves.',
      segments: [
        segment('Check-in', 5, 'One sentence each: what brings you here today?'),
        carryOver('From last time', 5),
        segment('Show and tell', 25, 'What is it, why does it matter, and where did it surprise you?'),
        segment('Questions', 15, 'What would you like to understand better?'),
        segment('Next steps and close', 10, 'Who does what by when, and what do you take away?'),
      ],
    },
    'learning-circle': {
      id: 'learning-circle',
      name: 'Learning circle',
      about: 'Equals look at one question together, in turn.',
      segments: [
        segment('Check-in', 5, 'How do you arrive?'),
        carryOver('From last time', 10),
        segment('The question', 10, 'What are we trying to understand?'),
        segment('Round', 25, 'Each in turn: what do you know, what surprised you?'),
        segment('Next steps and close', 10, 'What is the smallest next step?'),
      ],
    },
  },
  de: {
    'brown-bag': {
      id: 'brown-bag',
      name: 'Brown-Bag',
      about: 'Jemand zeigt etwas, alle fragen, und die Notizen schreiben sich von selbst.',
      segments: [
        segment('Ankommen', 5, 'Ein Satz von jedem: Was führt dich heute her?'),
        carryOver('Vom letzten Mal', 5),
        segment(
          'Zeigen und erzählen',
          25,
          'Was ist es, warum ist es wichtig, und wo hat es dich überrascht?',
        ),
        segment('Fragen', 15, 'Was möchtest du besser verstehen?'),
        segment('Nächste Schritte und Schluss', 10, 'Wer macht was bis wann, und was nimmst du mit?'),
      ],
    },
    'learning-circle': {
      id: 'learning-circle',
      name: 'Lernkreis',
      about: 'Gleiche schauen gemeinsam und reihum auf eine Frage.',
      segments: [
        segment('Ankommen', 5, 'Wie kommst du an?'),
        carryOver('Vom letzten Mal', 10),
        segment('Die Frage', 10, 'Was wollen wir verstehen?'),
        segment('Runde', 25, 'Reihum: Was weißt du, was hat dich überrascht?'),
        segment('Nächste Schritte und Schluss', 10, 'Was ist der kleinste nächste Schritt?'),
      ],
    },
  },
}

/** A format in the words of a language; the pseudo-language borrows English content. */
export const formatIn = (locale: Locale, id: FormatId): Format =>
  FORMATS[locale === 'pseudo' ? 'en' : locale][id]
