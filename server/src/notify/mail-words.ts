import type { Locale } from '@rondo/shared/account/model.ts'
import type { NotificationKind, Topic } from '@rondo/shared/notify/model.ts'

type Language = Exclude<Locale, 'pseudo'>

/** What mails say, in one language. `when` is a local time in words. */
export interface MailWords {
  hello: (name: string) => string
  subject: (lead: string, what: string) => string
  digest: (count: number) => string
  kind: Record<NotificationKind, string>
  role: (role: string) => string
  inCircle: (title: string, circle: string) => string
  /** For a confidential circle: mails travel, so they do not carry its name. */
  unnamed: string
  localTime: (when: string, city: string) => string
  open: string
  why: string
  stop: (topic: string) => string
  stopAll: string
  choose: string
  topic: Record<Topic, string>
}

const EN: MailWords = {
  hello: (name) => `Hello ${name},`,
  subject: (lead, what) => `${lead}: ${what}`,
  digest: (count) => `${count} things from your circles`,
  kind: {
    reminder: 'Coming up',
    moved: 'Moved to another time',
    cancelled: 'Cancelled',
    'slot-offered': 'Nobody presents yet, and it is your turn. Would you?',
    'open-mic': 'Open mic: whoever wants to shows something',
    'up-next': 'Your slot is next',
    invited: 'Somebody would like to hear you',
    'leads-next': 'You lead the next meeting',
    assigned: 'A host gave you a turn',
    'turn-came': 'A turn came to you',
    'swap-offered': 'Somebody would like to swap a turn with you',
    'swap-accepted': 'Your swap is accepted',
    'swap-declined': 'Your swap is declined',
    'swap-undone': 'A swap with you was undone',
    'swap-withdrawn': 'A swap that was offered to you was taken back',
    'swap-lapsed': 'The swap you offered no longer fits the rota',
    'wins-open': 'The week’s wins are open. Add yours.',
    'recording-added': 'There is a recording now',
    drift: 'It is time to choose how the circle goes on',
    thanked: 'Somebody thanks you for a win',
  },
  role: (role) => ROLES_EN.get(role) ?? 'You have a role.',
  inCircle: (title, circle) => `${title}, in ${circle}`,
  unnamed: 'A confidential circle of yours',
  localTime: (when, city) => `${when}, your time (${city})`,
  open: 'Open in Rondo',
  why: 'You get this mail because you are in the circle.',
  stop: (topic) => `Stop mails about ${topic}`,
  stopAll: 'Stop all mails',
  choose: 'Choose what you are told, and where',
  topic: {
    reminders: 'meetings that are a day away',
    changes: 'meetings that were moved or cancelled',
    turns: 'your turns to present and to lead',
    swaps: 'swapping turns',
    rituals: 'your circles’ rituals',
    course: 'how your circles go on',
    thanks: 'thanks for your wins',
    recordings: 'recordings of meetings',
  },
}

const ROLES_EN = new Map([
  ['facilitator', 'You facilitate.'],
  ['presenter', 'You present.'],
  ['note-taker', 'You take notes.'],
  ['timekeeper', 'You keep the time.'],
])

const DE: MailWords = {
  hello: (name) => `Hallo ${name},`,
  subject: (lead, what) => `${lead}: ${what}`,
  digest: (count) => `${count} Neuigkeiten aus deinen Kreisen`,
  kind: {
    reminder: 'Bald ist es so weit',
    moved: 'Auf eine andere Zeit verschoben',
    cancelled: 'Abgesagt',
    'slot-offered': 'Noch zeigt niemand etwas, und du bist an der Reihe. Magst du?',
    'open-mic': 'Offene Bühne: Wer will, zeigt etwas',
    'up-next': 'Du bist als Nächstes dran',
    invited: 'Jemand würde dich gern hören',
    'leads-next': 'Du leitest das nächste Treffen',
    assigned: 'Du hast eine Runde bekommen',
    'turn-came': 'Eine Runde ist an dich gekommen',
    'swap-offered': 'Jemand möchte mit dir tauschen',
    'swap-accepted': 'Dein Tausch ist angenommen',
    'swap-declined': 'Dein Tausch ist abgelehnt',
    'swap-undone': 'Ein Tausch mit dir wurde zurückgenommen',
    'swap-withdrawn': 'Ein Tausch, der dir angeboten war, wurde zurückgezogen',
    'swap-lapsed': 'Der Tausch, den du angeboten hast, passt nicht mehr zur Reihenfolge',
    'wins-open': 'Die Erfolge der Woche sind offen. Schreib deine dazu.',
    'recording-added': 'Jetzt gibt es eine Aufnahme',
    drift: 'Es ist Zeit zu entscheiden, wie es mit dem Kreis weitergeht',
    thanked: 'Jemand dankt dir für einen Erfolg',
  },
  role: (role) => ROLES_DE.get(role) ?? 'Du hast eine Rolle.',
  inCircle: (title, circle) => `${title}, im Kreis ${circle}`,
  unnamed: 'Einer deiner vertraulichen Kreise',
  localTime: (when, city) => `${when}, deine Zeit (${city})`,
  open: 'In Rondo öffnen',
  why: 'Du bekommst diese Mail, weil du im Kreis bist.',
  stop: (topic) => `Keine Mails mehr zu: ${topic}`,
  stopAll: 'Gar keine Mails mehr',
  choose: 'Wähle, was du erfährst und wo',
  topic: {
    reminders: 'Treffen am nächsten Tag',
    changes: 'verschobene oder abgesagte Treffen',
    turns: 'wenn du an der Reihe bist',
    swaps: 'getauschte Runden',
    rituals: 'Rituale deiner Kreise',
    course: 'wie es mit deinen Kreisen weitergeht',
    thanks: 'Dank für deine Erfolge',
    recordings: 'Aufnahmen von Treffen',
  },
}

const ROLES_DE = new Map([
  ['facilitator', 'Du moderierst.'],
  ['presenter', 'Du zeigst etwas.'],
  ['note-taker', 'Du schreibst mit.'],
  ['timekeeper', 'Du achtest auf die Zeit.'],
])

const WORDS: Record<Language, MailWords> = { en: EN, de: DE }

/** The pseudo-language is for screens: its mails are English. */
export const mailWords = (locale: Locale): MailWords => WORDS[languageOf(locale)]

export const languageOf = (locale: Locale): Language => (locale === 'pseudo' ? 'en' : locale)
