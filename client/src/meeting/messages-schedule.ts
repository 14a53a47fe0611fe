/** Texts of the screen on which a meeting is scheduled. */
export const schedule = {
  en: {
    title: 'Schedule a meeting',
    intro:
      'Its page exists as soon as you schedule it: everybody can prepare in it, and it becomes the show-notes.',
    name: 'Title',
    namePlaceholder: 'What is it about?',
    nameWrong: 'A title has 1 to 160 characters.',
    day: 'Day',
    time: 'Time in {{city}}',
    whenWrong: 'Choose a day and a time.',
    whenPast: 'This time is over. It can be scheduled all the same, to write notes afterwards.',
    yours: '{{time}} for you',
    presenter: 'Presenter',
    facilitator: 'Facilitator',
    noteTaker: 'Note-taker',
    rolesTitle: 'Who does what',
    rota: 'By the rota',
    rotaName: '{{name}}, by the rota',
    youOption: '{{name}} (you)',
    reason: {
      'never-served': '{{name}} has not led yet, so it is their turn.',
      'longest-ago': '{{name}} led longer ago than anybody else ({{day}}).',
      'longest-ago-planned': '{{name}} led longer ago than anybody else.',
      'everyone-is-new': 'Everybody is new, so the first to join leads.',
      assigned: 'Somebody chose {{name}} for this.',
      other: 'You chose somebody else. Whoever’s turn it is stays at the head of the rota.',
    },
    noteTakerWhy:
      'Whoever has not taken notes for the longest time, and never the facilitator as well while there are people enough.',
    presenterWhy:
      'Whoever has not presented for the longest time, unless you name somebody with something to show.',
    byRota: 'By the rota as well: {{roles}}.',
    notInRota_one: 'The format also names {{roles}}, which is not among the circle’s roles: nobody gets it.',
    notInRota_other:
      'The format also names {{roles}}, which are not among the circle’s roles: nobody gets them.',
    toRoles: 'Open the roles in a new tab',
    submit: 'Schedule it',
    mayNot: 'Only members of the circle schedule its meetings.',
  },
  de: {
    title: 'Ein Treffen ansetzen',
    intro:
      'Seine Seite gibt es, sobald du es ansetzt: Alle können sich darin vorbereiten, und sie wird zu den Shownotes.',
    name: 'Titel',
    namePlaceholder: 'Worum geht es?',
    nameWrong: 'Ein Titel hat 1 bis 160 Zeichen.',
    day: 'Tag',
    time: 'Uhrzeit in {{city}}',
    whenWrong: 'Wähle einen Tag und eine Uhrzeit.',
    whenPast:
      'Diese Zeit ist vorbei. Du kannst das Treffen trotzdem ansetzen, um nachträglich Notizen zu schreiben.',
    yours: '{{time}} bei dir',
    presenter: 'Vortrag',
    facilitator: 'Moderation',
    noteTaker: 'Notizen',
    rolesTitle: 'Wer macht was',
    rota: 'Nach der Reihe',
    rotaName: '{{name}}, nach der Reihe',
    youOption: '{{name}} (du)',
    reason: {
      'never-served': '{{name}} hat noch nie moderiert und ist deshalb dran.',
      'longest-ago': 'Bei {{name}} ist es am längsten her ({{day}}).',
      'longest-ago-planned': 'Bei {{name}} ist es am längsten her.',
      'everyone-is-new': 'Alle sind neu, deshalb beginnt, wer zuerst da war.',
      assigned: 'Jemand hat {{name}} dafür ausgesucht.',
      other: 'Du hast jemand anderen gewählt. Wer an der Reihe ist, bleibt vorn in der Reihe.',
    },
    noteTakerWhy:
      'Wer am längsten keine Notizen gemacht hat, und nicht zugleich die Moderation, solange ihr genug seid.',
    presenterWhy:
      'Wer am längsten nichts vorgetragen hat, außer du nennst jemanden, der etwas zu zeigen hat.',
    byRota: 'Außerdem nach der Reihe: {{roles}}.',
    notInRota_one: 'Das Format nennt auch {{roles}}. Diese Rolle hat der Kreis nicht: Niemand bekommt sie.',
    notInRota_other:
      'Das Format nennt auch {{roles}}. Diese Rollen hat der Kreis nicht: Niemand bekommt sie.',
    toRoles: 'Rollen in einem neuen Tab öffnen',
    submit: 'Ansetzen',
    mayNot: 'Nur Mitglieder des Kreises setzen seine Treffen an.',
  },
}
