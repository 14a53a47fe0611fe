/** Texts of captures outside their page, in every language. */
export const messages = {
  en: {
    untitled: 'Not written yet',
    done: 'done',
    answered: 'answered',
    fromMeeting: 'from meeting {{number}}',
    fromPage: 'from “{{title}}”',
    inCircle: ', {{circle}}',
    notTicked: 'The tick was not saved; nothing else changed. Try again when you are connected.',
    mayNotTick: 'Only members of the circle can tick this.',
  },
  de: {
    untitled: 'Noch nicht geschrieben',
    done: 'erledigt',
    answered: 'beantwortet',
    fromMeeting: 'aus Treffen {{number}}',
    fromPage: 'aus „{{title}}“',
    inCircle: ', {{circle}}',
    notTicked:
      'Das Häkchen wurde nicht gespeichert; sonst hat sich nichts geändert. Versuch es noch einmal, sobald du verbunden bist.',
    mayNotTick: 'Das können nur Mitglieder des Kreises abhaken.',
  },
}
