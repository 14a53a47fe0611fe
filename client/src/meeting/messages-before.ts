/** Texts of a meeting before it starts, and of one that was cancelled instead. */
export const before = {
  en: {
    comes: 'Who comes',
    answer: {
      there: 'There',
      'own-time': 'In their own time',
      'not-this-time': 'Not this time',
      none: 'No answer yet',
    },
    prepare:
      'This page is the agenda. Everybody in the circle can prepare in it now: name segments, set minutes, note questions. It becomes the show-notes.',
    change: 'Change',
    changeTitle: 'Change this meeting',
    moveTitle: 'Move “{{title}}”',
    save: 'Save the change',
    cancel: 'Cancel this meeting',
    cancelTitle: 'Cancel “{{title}}”?',
    cancelAbout:
      'Everybody in the circle sees that it is cancelled, and why. The page and what was prepared on it stay, and nobody loses their turn to lead. A cancelled meeting cannot be brought back; you can schedule another.',
    reason: 'Reason',
    reasonExample: 'Half of us are travelling',
    reasonWrong: 'Say why, in 1 to 160 characters.',
    keep: 'Keep it',
  },
  de: {
    comes: 'Wer kommt',
    answer: {
      there: 'Dabei',
      'own-time': 'In eigener Zeit',
      'not-this-time': 'Diesmal nicht',
      none: 'Noch keine Antwort',
    },
    prepare:
      'Diese Seite ist der Ablauf. Alle im Kreis können sich hier schon vorbereiten: Abschnitte benennen, Minuten setzen, Fragen notieren. Aus ihm werden die Shownotes.',
    change: 'Ändern',
    changeTitle: 'Dieses Treffen ändern',
    moveTitle: '„{{title}}“ verschieben',
    save: 'Änderung speichern',
    cancel: 'Treffen absagen',
    cancelTitle: '„{{title}}“ absagen?',
    cancelAbout:
      'Alle im Kreis sehen, dass es abgesagt ist, und warum. Die Seite bleibt, mit allem, was darauf vorbereitet wurde, und niemand verliert den Platz in der Reihe. Ein abgesagtes Treffen lässt sich nicht zurückholen; du kannst ein neues ansetzen.',
    reason: 'Grund',
    reasonExample: 'Die Hälfte von uns ist unterwegs',
    reasonWrong: 'Sag in 1 bis 160 Zeichen, warum.',
    keep: 'Behalten',
  },
}

export const cancelled = {
  en: {
    by: '{{name}} cancelled this meeting: {{reason}}',
    byYou: 'You cancelled this meeting: {{reason}}',
    stays: 'What was prepared stays on this page, and everybody keeps their turn.',
    wasToStart: 'was planned. To start at',
    short: 'Cancelled',
    another: 'Schedule another',
  },
  de: {
    by: '{{name}} hat dieses Treffen abgesagt: {{reason}}',
    byYou: 'Du hast dieses Treffen abgesagt: {{reason}}',
    stays: 'Was vorbereitet wurde, bleibt auf dieser Seite, und alle behalten ihren Platz in der Reihe.',
    wasToStart: 'war geplant. Beginn wäre',
    short: 'Abgesagt',
    another: 'Ein neues ansetzen',
  },
}
