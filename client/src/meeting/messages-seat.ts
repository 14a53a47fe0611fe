/** Texts of a meeting's window for answers in one's own time, and of who leads next. */
export const seat = {
  en: {
    leadsNext: {
      you: 'You lead next: “{{title}}”, <when></when>.',
      other: '{{name}} leads next: “{{title}}”, <when></when>.',
      nobody: 'Nobody leads the next meeting yet: “{{title}}”, <when></when>.',
      noMeeting: 'No next meeting is scheduled, so nobody leads it yet.',
    },
    window: {
      open: 'Answers in one’s own time are taken until',
      change: 'Change',
      title: 'When answers in one’s own time are taken',
      about:
        'Whoever is not in the room answers the same questions meanwhile. When it closes, the page is final.',
      before: 'Opens before the start',
      after: 'Closes after the start',
      atStart: 'with the start',
      hours_one: '{{count}} hour',
      hours_other: '{{count}} hours',
      days_one: '{{count}} day',
      days_other: '{{count}} days',
      save: 'Save',
      leave: 'Leave it',
    },
    ownTime: 'In their own time: {{names}}',
    comeIn: {
      about: 'The meeting is on. You answer in your own time, so you are not counted as in the room.',
      do: 'Come in',
    },
  },
  de: {
    leadsNext: {
      you: 'Du leitest als Nächstes: „{{title}}“, <when></when>.',
      other: '{{name}} leitet als Nächstes: „{{title}}“, <when></when>.',
      nobody: 'Das nächste Treffen leitet noch niemand: „{{title}}“, <when></when>.',
      noMeeting: 'Ein nächstes Treffen ist noch nicht angesetzt, also leitet es noch niemand.',
    },
    window: {
      open: 'Antworten in eigener Zeit werden angenommen bis',
      change: 'Ändern',
      title: 'Wann Antworten in eigener Zeit angenommen werden',
      about:
        'Wer nicht im Raum ist, beantwortet so lange dieselben Fragen. Schließt es, ist die Seite endgültig.',
      before: 'Öffnet vor dem Beginn',
      after: 'Schließt nach dem Beginn',
      atStart: 'mit dem Beginn',
      hours_one: '{{count}} Stunde',
      hours_other: '{{count}} Stunden',
      days_one: '{{count}} Tag',
      days_other: '{{count}} Tage',
      save: 'Speichern',
      leave: 'Lassen, wie es ist',
    },
    ownTime: 'In eigener Zeit: {{names}}',
    comeIn: {
      about: 'Das Treffen läuft. Du antwortest in eigener Zeit und zählst deshalb nicht als im Raum.',
      do: 'Hereinkommen',
    },
  },
}
