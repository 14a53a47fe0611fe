import { fromLastTime, nextSteps, type Preset, type PresetSegment } from '../preset.ts'

const demo = (number: number): PresetSegment => ({
  minutes: 10,
  title: { en: `Demo ${number}`, de: `Vorführung ${number}` },
  prompt: {
    en: 'Show it running. What would you like to hear about it?',
    de: 'Zeig es, wie es läuft. Wozu möchtest du etwas hören?',
  },
})

export const demoDay: Preset = {
  id: 'demo-day',
  name: { en: 'Demo day', de: 'Vorführtag' },
  about: {
    en: 'Short demos one after another, each with a few words back.',
    de: 'Kurze Vorführungen nacheinander, und zu jeder ein paar Worte zurück.',
  },
  roles: ['facilitator', 'presenter', 'note-taker', 'timekeeper'],
  segments: [
    {
      minutes: 5,
      title: { en: 'Welcome', de: 'Willkommen' },
      prompt: { en: 'Who shows what, and in which order?', de: 'Wer zeigt was, in welcher Reihenfolge?' },
    },
    fromLastTime(5),
    demo(1),
    demo(2),
    demo(3),
    {
      minutes: 10,
      title: { en: 'Words back', de: 'Worte zurück' },
      prompt: {
        en: 'What will you use, and what do you want to know more about?',
        de: 'Was wirst du nutzen, und worüber möchtest du mehr wissen?',
      },
    },
    nextSteps(5),
  ],
}

export const fridayWins: Preset = {
  id: 'friday-wins',
  name: { en: 'Friday wins', de: 'Freitagserfolge' },
  about: {
    en: 'What went well this week, large or small, before everybody goes.',
    de: 'Was diese Woche gelungen ist, groß oder klein, bevor alle gehen.',
  },
  roles: ['facilitator', 'note-taker'],
  segments: [
    {
      minutes: 15,
      title: { en: 'Wins of the week', de: 'Erfolge der Woche' },
      prompt: {
        en: 'One each: what went well, and who had a hand in it?',
        de: 'Reihum: Was ist gelungen, und wer hat dazu beigetragen?',
      },
    },
    {
      minutes: 5,
      title: { en: 'Thanks', de: 'Danke' },
      prompt: { en: 'To whom, and for what exactly?', de: 'An wen, und wofür genau?' },
    },
    {
      minutes: 5,
      title: { en: 'What we keep', de: 'Was wir behalten' },
      prompt: {
        en: 'What did we learn that should be a page?',
        de: 'Was haben wir gelernt, das eine Seite werden sollte?',
      },
    },
    {
      minutes: 5,
      title: { en: 'Close', de: 'Schluss' },
      prompt: { en: 'What do you look forward to?', de: 'Worauf freust du dich?' },
    },
  ],
}

export const lightningRetrospective: Preset = {
  id: 'lightning-retrospective',
  name: { en: 'Lightning retrospective', de: 'Blitzrückblick' },
  about: {
    en: 'Half an hour to look back and to change one thing.',
    de: 'Eine halbe Stunde zurückschauen und eine Sache ändern.',
  },
  roles: ['facilitator', 'note-taker', 'timekeeper'],
  segments: [
    fromLastTime(5),
    {
      minutes: 7,
      title: { en: 'What helped', de: 'Was geholfen hat' },
      prompt: {
        en: 'Facts first: what happened that we want again?',
        de: 'Zuerst Tatsachen: Was ist passiert, das wir wieder wollen?',
      },
    },
    {
      minutes: 7,
      title: { en: 'What got in the way', de: 'Was im Weg stand' },
      prompt: {
        en: 'What cost us time or joy? No names.',
        de: 'Was hat uns Zeit oder Freude gekostet? Keine Namen.',
      },
    },
    {
      minutes: 6,
      title: { en: 'Choose one', de: 'Eins auswählen' },
      prompt: {
        en: 'Which one change would make most of the difference?',
        de: 'Welche eine Änderung würde am meisten bewirken?',
      },
    },
    nextSteps(5),
  ],
}
