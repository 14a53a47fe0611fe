import { fromLastTime, nextSteps, type Preset } from '../preset.ts'

export const pairProgramming: Preset = {
  id: 'pair-programming',
  name: { en: 'Pair programming', de: 'Programmieren zu zweit' },
  about: {
    en: 'One keyboard for two: one drives, one navigates, and they change.',
    de: 'Eine Tastatur für zwei: Eine Person schreibt, eine denkt voraus, und sie wechseln.',
  },
  roles: ['facilitator', 'timekeeper'],
  segments: [
    {
      minutes: 5,
      title: { en: 'Choose the task', de: 'Aufgabe wählen' },
      prompt: {
        en: 'What is small enough to be finished today?',
        de: 'Was ist klein genug, um heute fertig zu werden?',
      },
    },
    fromLastTime(5),
    {
      minutes: 40,
      title: { en: 'Drive and navigate', de: 'Schreiben und vorausdenken' },
      prompt: {
        en: 'Change the keyboard every ten minutes, whatever state the code is in.',
        de: 'Alle zehn Minuten wechselt die Tastatur, egal wie der Code gerade aussieht.',
      },
      part: { kind: 'pairs' },
    },
    {
      minutes: 10,
      title: { en: 'Show what became of it', de: 'Zeigen, was daraus wurde' },
      prompt: {
        en: 'What runs, what did you learn, what did you leave for next time?',
        de: 'Was läuft, was habt ihr gelernt, was bleibt fürs nächste Mal?',
      },
    },
    nextSteps(5),
  ],
}

export const architectureReview: Preset = {
  id: 'architecture-review',
  name: { en: 'Architecture review', de: 'Architekturgespräch' },
  about: {
    en: 'A decision that is hard to take back is looked at before it is taken.',
    de: 'Eine Entscheidung, die sich schwer zurücknehmen lässt, wird vorher angesehen.',
  },
  roles: ['facilitator', 'presenter', 'note-taker', 'timekeeper'],
  segments: [
    fromLastTime(5),
    {
      minutes: 10,
      title: { en: 'Context', de: 'Worum es geht' },
      prompt: {
        en: 'What has to be decided, by when, and what can no longer be changed?',
        de: 'Was ist bis wann zu entscheiden, und was steht schon fest?',
      },
    },
    {
      minutes: 10,
      title: { en: 'Questions', de: 'Fragen' },
      prompt: {
        en: 'What do you need to know before you can have an opinion?',
        de: 'Was musst du wissen, bevor du eine Meinung haben kannst?',
      },
    },
    {
      minutes: 20,
      title: { en: 'Options', de: 'Möglichkeiten' },
      prompt: {
        en: 'What does each make easy, what does it make hard, and for whom?',
        de: 'Was macht jede leicht, was macht sie schwer, und für wen?',
      },
    },
    {
      minutes: 10,
      title: { en: 'Risks', de: 'Risiken' },
      prompt: {
        en: 'It is a year later and it went wrong: what happened?',
        de: 'Ein Jahr später ist es schiefgegangen: Was ist passiert?',
      },
    },
    {
      minutes: 10,
      title: { en: 'Decision', de: 'Entscheidung' },
      prompt: {
        en: 'Who disagrees, with what, and what would change your mind?',
        de: 'Wer ist dagegen, womit, und was würde dich umstimmen?',
      },
    },
    nextSteps(5),
  ],
  page: {
    en: '# The decision we need\n# Forces\n- \n# Options\n1. Leave it as it is\n2.',
    de: '# Die Entscheidung, die ansteht\n# Was darauf einwirkt\n- \n# Möglichkeiten\n1. Es lassen, wie es ist\n2.',
  },
}
