import type { Messages } from '../platform/i18n.ts'

export const messages: Messages = {
  en: {
    title: 'Today',
    liveNow: 'Live now',
    live: '<em>{{title}}</em>',
    lead: {
      today: 'You lead <em>{{title}}</em> today',
      tomorrow: 'You lead <em>{{title}}</em> tomorrow',
      week: 'You lead <em>{{title}}</em> on {{day}}',
      later: 'You lead <em>{{title}}</em> on {{day}}',
    },
    present: {
      today: 'You present at <em>{{title}}</em> today',
      tomorrow: 'You present at <em>{{title}}</em> tomorrow',
      week: 'You present at <em>{{title}}</em> on {{day}}',
      later: 'You present at <em>{{title}}</em> on {{day}}',
    },
    takeNotes: {
      today: 'You take notes at <em>{{title}}</em> today',
      tomorrow: 'You take notes at <em>{{title}}</em> tomorrow',
      week: 'You take notes at <em>{{title}}</em> on {{day}}',
      later: 'You take notes at <em>{{title}}</em> on {{day}}',
    },
    next: {
      today: '<em>{{title}}</em> is today',
      tomorrow: '<em>{{title}}</em> is tomorrow',
      week: '<em>{{title}}</em> is on {{day}}',
      later: '<em>{{title}}</em> is on {{day}}',
    },
    steps: {
      title: 'Your next steps',
      none: 'Nothing on your list. A next step that names you, in any meeting or page, appears here.',
    },
    waiting: {
      title: 'Waiting for you',
      none: 'Nobody waits for you. New posts in your circles’ threads appear here.',
      all: 'All threads',
    },
    wins: { title: 'This week’s wins' },
    welcome: {
      title: 'Welcome, {{name}}. Here people teach each other.',
      about:
        'Small circles meet, take turns to lead, and leave notes that the next person can use. You need no permission for any of it.',
      circles: 'Circles with a free seat',
      pages: 'Pages to look into',
    },
    acts: {
      ask: 'Ask a question',
      circle: 'Start a circle',
      note: 'Save a note',
    },
    ask: {
      title: 'Which circle do you want to ask?',
      about:
        'Take a seat at one of these tables, and your question starts a thread there. You can leave again at any time.',
      here: 'Take a seat and ask',
    },
  },
  de: {
    title: 'Heute',
    liveNow: 'Läuft gerade',
    live: '<em>{{title}}</em>',
    lead: {
      today: 'Du leitest heute <em>{{title}}</em>',
      tomorrow: 'Du leitest morgen <em>{{title}}</em>',
      week: 'Du leitest am {{day}} <em>{{title}}</em>',
      later: 'Du leitest am {{day}} <em>{{title}}</em>',
    },
    present: {
      today: 'Du zeigst heute etwas bei <em>{{title}}</em>',
      tomorrow: 'Du zeigst morgen etwas bei <em>{{title}}</em>',
      week: 'Du zeigst am {{day}} etwas bei <em>{{title}}</em>',
      later: 'Du zeigst am {{day}} etwas bei <em>{{title}}</em>',
    },
    takeNotes: {
      today: 'Du schreibst heute mit bei <em>{{title}}</em>',
      tomorrow: 'Du schreibst morgen mit bei <em>{{title}}</em>',
      week: 'Du schreibst am {{day}} mit bei <em>{{title}}</em>',
      later: 'Du schreibst am {{day}} mit bei <em>{{title}}</em>',
    },
    next: {
      today: '<em>{{title}}</em> ist heute',
      tomorrow: '<em>{{title}}</em> ist morgen',
      week: '<em>{{title}}</em> ist am {{day}}',
      later: '<em>{{title}}</em> ist am {{day}}',
    },
    steps: {
      title: 'Deine nächsten Schritte',
      none: 'Nichts auf deiner Liste. Ein nächster Schritt, der dich nennt, erscheint hier, egal aus welchem Treffen oder welcher Seite.',
    },
    waiting: {
      title: 'Wartet auf dich',
      none: 'Niemand wartet auf dich. Neue Beiträge in den Gesprächen deiner Kreise erscheinen hier.',
      all: 'Alle Gespräche',
    },
    wins: { title: 'Erfolge dieser Woche' },
    welcome: {
      title: 'Willkommen, {{name}}. Hier bringen sich Leute gegenseitig etwas bei.',
      about:
        'Kleine Kreise treffen sich, leiten reihum und hinterlassen Notizen, mit denen andere weitermachen können. Du brauchst für nichts davon eine Erlaubnis.',
      circles: 'Kreise mit einem freien Platz',
      pages: 'Seiten zum Hineinsehen',
    },
    acts: {
      ask: 'Eine Frage stellen',
      circle: 'Einen Kreis beginnen',
      note: 'Eine Notiz speichern',
    },
    ask: {
      title: 'Welchen Kreis möchtest du fragen?',
      about:
        'Nimm an einem dieser Tische Platz, und deine Frage beginnt dort ein Gespräch. Du kannst jederzeit wieder gehen.',
      here: 'Platz nehmen und fragen',
    },
  },
}
