import type { Phase } from '../part.ts'
import { fromLastTime, nextSteps, type Preset, type PresetSegment, type Words } from '../preset.ts'

const step = (phase: Phase, minutes: number, title: Words, prompt: Words): PresetSegment => ({
  minutes,
  title,
  prompt,
  part: { kind: 'phase', phase },
})

export const critiqueLab: Preset = {
  id: 'critique-lab',
  name: { en: 'Critique lab', de: 'Kritiklabor' },
  about: {
    en: 'Work in progress meets questions first, then warm and cool feedback.',
    de: 'Unfertiges trifft zuerst auf Fragen, dann auf Zuspruch, dann auf Widerspruch.',
  },
  roles: ['facilitator', 'presenter', 'note-taker', 'timekeeper'],
  segments: [
    fromLastTime(5),
    step(
      'present',
      10,
      { en: 'Present', de: 'Vorstellen' },
      {
        en: 'What is it, how far is it, and on what do you want feedback?',
        de: 'Was ist es, wie weit ist es, und wozu möchtest du etwas hören?',
      },
    ),
    step(
      'clarify',
      5,
      { en: 'Clarify', de: 'Nachfragen' },
      {
        en: 'Only questions about what you did not understand. No advice in disguise.',
        de: 'Nur Fragen nach dem, was du nicht verstanden hast. Kein versteckter Rat.',
      },
    ),
    step(
      'warm',
      10,
      { en: 'Warm', de: 'Was trägt' },
      {
        en: 'What works, and why? The presenter listens.',
        de: 'Was funktioniert, und warum? Wer vorgestellt hat, hört zu.',
      },
    ),
    step(
      'cool',
      10,
      { en: 'Cool', de: 'Was noch fehlt' },
      {
        en: 'What would you question or change? The presenter still listens.',
        de: 'Was würdest du infrage stellen oder ändern? Wer vorgestellt hat, hört weiter zu.',
      },
    ),
    step(
      'next',
      10,
      { en: 'Next', de: 'Wie es weitergeht' },
      {
        en: 'Presenter: what did you hear, and what will you do with it?',
        de: 'Wer vorgestellt hat: Was hast du gehört, und was machst du daraus?',
      },
    ),
  ],
  page: {
    en: '# What we look at\nLink or picture, and the one question it raises.',
    de: '# Was wir anschauen\nLink oder Bild, und die eine Frage, um die es geht.',
  },
}

export const portfolioSwap: Preset = {
  id: 'portfolio-swap',
  name: { en: 'Portfolio swap', de: 'Portfoliotausch' },
  about: {
    en: 'Everybody reviews the work of exactly one other, and is reviewed once.',
    de: 'Alle sehen sich die Arbeit von genau einer anderen Person an und bekommen selbst eine Rückmeldung.',
  },
  roles: ['facilitator', 'timekeeper'],
  segments: [
    {
      minutes: 5,
      title: { en: 'What I brought', de: 'Was ich mitgebracht habe' },
      prompt: {
        en: 'One link and one sentence each: what should be looked at?',
        de: 'Ein Link und ein Satz von jedem: Worauf soll man achten?',
      },
    },
    fromLastTime(5),
    {
      minutes: 25,
      title: { en: 'Review', de: 'Ansehen und aufschreiben' },
      prompt: {
        en: 'What works, one question, one suggestion: begin with @ and the name of whom you review.',
        de: 'Was gelingt, eine Frage, ein Vorschlag: Beginne mit @ und dem Namen der Person.',
      },
      part: { kind: 'swap' },
    },
    {
      minutes: 20,
      title: { en: 'Tell each other', de: 'Einander erzählen' },
      prompt: {
        en: 'In turn: what did you find worth keeping in what you read?',
        de: 'Reihum: Was fandest du an dem, was du gesehen hast, bewahrenswert?',
      },
    },
    nextSteps(5),
  ],
}

export const rotatingPairs: Preset = {
  id: 'rotating-pairs',
  name: { en: 'Rotating pairs', de: 'Wechselnde Paare' },
  about: {
    en: 'Two by two, with somebody else each time.',
    de: 'Zu zweit, und jedes Mal mit jemand anderem.',
  },
  roles: ['facilitator', 'timekeeper'],
  segments: [
    {
      minutes: 5,
      title: { en: 'Check-in', de: 'Ankommen' },
      prompt: { en: 'What do you want to talk through?', de: 'Was möchtest du durchsprechen?' },
    },
    fromLastTime(5),
    {
      minutes: 20,
      title: { en: 'First pairs', de: 'Erste Paare' },
      prompt: {
        en: 'Ten minutes each: one tells, the other only asks.',
        de: 'Zehn Minuten für jede Person: Eine erzählt, die andere fragt nur.',
      },
      part: { kind: 'pairs' },
    },
    {
      minutes: 20,
      title: { en: 'New pairs', de: 'Neue Paare' },
      prompt: {
        en: 'Again, with somebody else: what changed since you told it the first time?',
        de: 'Noch einmal mit jemand anderem: Was hat sich seit dem ersten Erzählen verändert?',
      },
      part: { kind: 'pairs' },
    },
    {
      minutes: 10,
      title: { en: 'Harvest', de: 'Ernte' },
      prompt: {
        en: 'What did you hear that all of us should know? Only your own, or with a yes.',
        de: 'Was sollten alle wissen? Nur Eigenes, oder mit Zustimmung.',
      },
    },
    nextSteps(5),
  ],
}

export const shadowing: Preset = {
  id: 'shadowing',
  name: { en: 'Shadowing', de: 'Hospitation' },
  about: {
    en: 'One works, one observes in a lane of their own, both look at it afterwards.',
    de: 'Eine Person arbeitet, eine beobachtet in einer eigenen Spur, danach schauen beide darauf.',
  },
  roles: ['facilitator', 'presenter', { en: 'Observer', de: 'Beobachtung' }],
  segments: [
    {
      minutes: 5,
      title: { en: 'Agree what to watch', de: 'Ausmachen, worauf geachtet wird' },
      prompt: {
        en: 'What would you like to hear about? What stays out?',
        de: 'Wozu möchtest du etwas hören? Was bleibt außen vor?',
      },
    },
    fromLastTime(5),
    {
      minutes: 35,
      title: { en: 'The work', de: 'Die Arbeit' },
      prompt: {
        en: 'Work as you always do and think aloud.',
        de: 'Arbeite wie immer und denk laut.',
      },
    },
    {
      minutes: 0,
      title: { en: 'What the observer saw', de: 'Was beobachtet wurde' },
      part: { kind: 'lane' },
    },
    {
      minutes: 15,
      title: { en: 'Debrief', de: 'Nachbesprechung' },
      prompt: {
        en: 'First what was seen, without judging it. Then what it means.',
        de: 'Zuerst, was zu sehen war, ohne zu werten. Dann, was es bedeutet.',
      },
      part: { kind: 'debrief' },
    },
    nextSteps(5),
  ],
}
