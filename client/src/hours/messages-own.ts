/** Texts of the place where somebody says when they work. */
export const own = {
  en: {
    title: 'Working hours',
    about:
      'In your zone, {{city}}. They help your circles to find hours that hurt nobody. Only the people of your circles see them.',
    days: 'Working days',
    from: 'From',
    to: 'To',
    assumed: 'You have not said it yet, so these usual hours are assumed.',
    save: 'Save',
    saved: 'Your working hours are saved.',
    daysWrong: 'Choose at least one working day.',
    fromWrong: 'Choose when your day begins.',
    toWrong: 'The end must be later than the start, on the same day.',
  },
  de: {
    title: 'Arbeitszeit',
    about:
      'In deiner Zeitzone, {{city}}. Damit finden deine Kreise Zeiten, die niemanden schmerzen. Nur die Leute deiner Kreise sehen sie.',
    days: 'Arbeitstage',
    from: 'Von',
    to: 'Bis',
    assumed: 'Du hast noch nichts angegeben, deshalb gelten diese üblichen Stunden.',
    save: 'Speichern',
    saved: 'Deine Arbeitszeit ist gespeichert.',
    daysWrong: 'Wähle mindestens einen Arbeitstag.',
    fromWrong: 'Wähle, wann dein Tag beginnt.',
    toWrong: 'Das Ende muss nach dem Anfang liegen, am selben Tag.',
  },
}
