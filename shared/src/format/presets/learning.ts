import { fromLastTime, nextSteps, type Preset } from '../preset.ts'

export const brownBag: Preset = {
  id: 'brown-bag',
  name: { en: 'Brown-bag', de: 'Brown-Bag' },
  about: {
    en: 'One person shows something, everyone asks, and the notes write themselves.',
    de: 'Jemand zeigt etwas, alle fragen, und die Notizen schreiben sich von selbst.',
  },
  roles: ['facilitator', 'presenter', 'note-taker'],
  segments: [
    {
      minutes: 5,
      title: { en: 'Check-in', de: 'Ankommen' },
      prompt: {
        en: 'One sentence each: what brings you here today?',
        de: 'Ein Satz von jedem: Was führt dich heute her?',
      },
    },
    fromLastTime(5),
    {
      minutes: 25,
      title: { en: 'Show and tell', de: 'Zeigen und erzählen' },
      prompt: {
        en: 'What is it, why does it matter, and where did it surprise you?',
        de: 'Was ist es, warum ist es wichtig, und wo hat es dich überrascht?',
      },
    },
    {
      minutes: 15,
      title: { en: 'Questions', de: 'Fragen' },
      prompt: { en: 'What would you like to understand better?', de: 'Was möchtest du besser verstehen?' },
    },
    nextSteps(10),
  ],
}

export const learningCircle: Preset = {
  id: 'learning-circle',
  name: { en: 'Learning circle', de: 'Lernkreis' },
  about: {
    en: 'Equals look at one question together, in turn.',
    de: 'Gleiche schauen gemeinsam und reihum auf eine Frage.',
  },
  roles: ['facilitator', 'note-taker', 'timekeeper'],
  segments: [
    {
      minutes: 5,
      title: { en: 'Check-in', de: 'Ankommen' },
      prompt: { en: 'How do you arrive?', de: 'Wie kommst du an?' },
    },
    fromLastTime(10),
    {
      minutes: 10,
      title: { en: 'The question', de: 'Die Frage' },
      prompt: { en: 'What are we trying to understand?', de: 'Was wollen wir verstehen?' },
    },
    {
      minutes: 25,
      title: { en: 'Round', de: 'Runde' },
      prompt: {
        en: 'Each in turn: what do you know, what surprised you?',
        de: 'Reihum: Was weißt du, was hat dich überrascht?',
      },
    },
    {
      minutes: 10,
      title: { en: 'Next steps and close', de: 'Nächste Schritte und Schluss' },
      prompt: { en: 'What is the smallest next step?', de: 'Was ist der kleinste nächste Schritt?' },
    },
  ],
}

export const studySprint: Preset = {
  id: 'study-sprint',
  name: { en: 'Study sprint', de: 'Lernsprint' },
  about: {
    en: 'Everybody studies for themselves, at the same time, with the same timer.',
    de: 'Alle lernen für sich, zur selben Zeit, mit derselben Uhr.',
  },
  roles: ['facilitator', 'timekeeper'],
  segments: [
    {
      minutes: 5,
      title: { en: 'What I will work on', de: 'Was ich mir vornehme' },
      prompt: {
        en: 'One sentence each: what will be different in an hour?',
        de: 'Ein Satz von jedem: Was ist in einer Stunde anders?',
      },
    },
    fromLastTime(5),
    {
      minutes: 55,
      title: { en: 'Focus', de: 'Konzentriert lernen' },
      prompt: {
        en: 'No talking while the focus runs. Stand up when it pauses.',
        de: 'Solange konzentriert gelernt wird, ist es still. In der Pause: aufstehen.',
      },
      part: { kind: 'study', focus: 25, pause: 5 },
    },
    {
      minutes: 10,
      title: { en: 'What I got done', de: 'Was ich geschafft habe' },
      prompt: {
        en: 'What do you know now, and where did you get stuck?',
        de: 'Was weißt du jetzt, und wo bist du hängen geblieben?',
      },
    },
    nextSteps(5),
  ],
  page: {
    en: 'Write your aim here, with @ and your name, before the focus begins.',
    de: 'Schreib dein Ziel hierher, mit @ und deinem Namen, bevor es losgeht.',
  },
}

export const microLesson: Preset = {
  id: 'micro-lesson',
  name: { en: 'Micro-lesson with debrief', de: 'Mikrolektion mit Nachbesprechung' },
  about: {
    en: 'Ten minutes of teaching, ten of trying, and a look at how it went.',
    de: 'Zehn Minuten zeigen, zehn Minuten probieren, und dann schauen, wie es ging.',
  },
  roles: ['facilitator', 'presenter', 'note-taker', 'timekeeper'],
  segments: [
    fromLastTime(5),
    {
      minutes: 10,
      title: { en: 'The lesson', de: 'Die Lektion' },
      prompt: {
        en: 'One thing only: show it, say why, show it again.',
        de: 'Nur eine Sache: zeigen, sagen warum, noch einmal zeigen.',
      },
    },
    {
      minutes: 10,
      title: { en: 'Try it', de: 'Selbst probieren' },
      prompt: {
        en: 'Everybody does it once. Ask your neighbour first.',
        de: 'Alle machen es einmal selbst. Frag zuerst, wer neben dir sitzt.',
      },
    },
    {
      minutes: 10,
      title: { en: 'Debrief', de: 'Nachbesprechung' },
      prompt: {
        en: 'What helped you learn it? What would you change in the lesson?',
        de: 'Was hat dir beim Lernen geholfen? Was würdest du an der Lektion ändern?',
      },
    },
    nextSteps(5),
  ],
  page: {
    en: '# What you can do afterwards\n- \n# What you need for it\n-',
    de: '# Was du danach kannst\n- \n# Was du dafür brauchst\n-',
  },
}
