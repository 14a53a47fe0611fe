/** Texts of the series that rotates. */
export const series = {
  en: {
    fair: 'This is fair: after six meetings nobody has paid more than 3 beyond anybody else.',
    steady: 'It need not rotate: {{time}} in {{city}} is fair every time.',
    rotates: 'It rotates between these times in {{city}}: {{times}}.',
    impossible:
      'It cannot be done with everybody there: whatever the times, somebody would pay more than 3 beyond somebody else.',
    notFound: 'No fair series was found, though not every one could be looked at. This is the best of them.',
    steadyBesides:
      'Together these six cost {{total}}. At {{time}} every time they would cost {{steady}}, but not evenly: {{most}}.',
    pays: '{{name}} {{sum}}',
    paysNothing: 'the others 0',
    seats: 'With these asynchronous seats it is fair:',
    seat: '{{name}}, on {{days}}',
    seatAbout: 'Whoever has one answers the same prompts in the same show-notes, when it suits them.',
    table: 'What six meetings cost each person, and what it adds up to',
    person: 'Person',
    sum: 'In all',
    sumSoFar: '{{sum}} so far',
    async: 'asynchronous',
    use: 'Use these times',
    useFirst: 'Schedule the first',
    note: 'These are times, not merits: the sums only show that everyone takes a share.',
  },
  de: {
    fair: 'Das ist fair: Nach sechs Treffen hat niemand um mehr als 3 mehr bezahlt als andere.',
    steady: 'Sie muss nicht wechseln: {{time}} in {{city}} ist jedes Mal fair.',
    rotates: 'Sie wechselt zwischen diesen Zeiten in {{city}}: {{times}}.',
    impossible:
      'Mit allen zusammen geht es nicht: Zu welchen Zeiten auch immer, jemand würde um mehr als 3 mehr bezahlen als andere.',
    notFound:
      'Es wurde keine faire Reihe gefunden, allerdings konnten nicht alle angesehen werden. Das ist die beste davon.',
    steadyBesides:
      'Zusammen kosten diese sechs {{total}}. Immer um {{time}} würden sie {{steady}} kosten, aber ungleich verteilt: {{most}}.',
    pays: '{{name}} {{sum}}',
    paysNothing: 'die anderen 0',
    seats: 'Mit diesen zeitversetzten Plätzen ist sie fair:',
    seat: '{{name}}, am {{days}}',
    seatAbout: 'Wer einen hat, beantwortet dieselben Fragen in denselben Shownotes, wann immer es passt.',
    table: 'Was sechs Treffen jede Person kosten und wie es sich summiert',
    person: 'Person',
    sum: 'Zusammen',
    sumSoFar: 'bisher {{sum}}',
    async: 'zeitversetzt',
    use: 'Diese Zeiten nehmen',
    useFirst: 'Das erste ansetzen',
    note: 'Das sind Zeiten, keine Verdienste: Die Summen zeigen nur, dass alle ihren Teil tragen.',
  },
}
