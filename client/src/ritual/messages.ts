import type { Messages } from '../platform/i18n.ts'

export const messages: Messages = {
  en: {
    title: 'Rituals',
    about: 'What comes round by itself. Turned on or off, it is so for everybody in the circle.',
    names: {
      'friday-wins': 'Friday wins',
      'brown-bag': 'Somebody for the brown-bag',
      'demo-day': 'Calls at the demo day',
      drift: 'How do we go on?',
    },
    abouts: {
      'friday-wins': 'At this hour a page opens with what the circle caught as wins in the week.',
      'brown-bag':
        'Three days before, the rota’s next presenter is asked to say yes. After two who decline it is an open mic.',
      'demo-day': 'When the time of a demo is up, whoever is next is called. Nobody is cut off.',
      drift: 'When the circle’s own end is reached, or two meetings in a row did not happen, it asks.',
    },
    weekday: 'Day',
    time: 'Time in {{city}}',
    offer: {
      accept: 'I present',
      decline: 'Not this time',
      accepted: 'You present.',
      gone: 'Somebody else presents, or it is an open mic.',
      declineAbout: 'You stay first in line for the next one.',
    },
  },
  de: {
    title: 'Rituale',
    about: 'Was von selbst wiederkommt. Ein- oder ausgeschaltet gilt es für alle im Kreis.',
    names: {
      'friday-wins': 'Freitagserfolge',
      'brown-bag': 'Jemand für das Brown-Bag',
      'demo-day': 'Aufrufe am Vorführtag',
      drift: 'Wie geht es weiter?',
    },
    abouts: {
      'friday-wins':
        'Zu dieser Stunde öffnet sich eine Seite mit dem, was der Kreis in der Woche als Erfolg festgehalten hat.',
      'brown-bag':
        'Drei Tage vorher wird gefragt, wer laut Plan als Nächstes etwas zeigt. Nach zwei Absagen ist es eine offene Bühne.',
      'demo-day':
        'Ist die Zeit einer Vorführung um, wird aufgerufen, wer als Nächstes dran ist. Niemand wird unterbrochen.',
      drift:
        'Ist das selbst gesetzte Ende erreicht oder sind zwei Treffen nacheinander ausgefallen, fragt der Kreis nach.',
    },
    weekday: 'Tag',
    time: 'Uhrzeit in {{city}}',
    offer: {
      accept: 'Ich zeige etwas',
      decline: 'Diesmal nicht',
      accepted: 'Du zeigst etwas.',
      gone: 'Jemand anderes zeigt etwas, oder es ist eine offene Bühne.',
      declineAbout: 'Du bleibst beim nächsten Mal vorn.',
    },
  },
}
