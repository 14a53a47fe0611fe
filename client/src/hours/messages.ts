import type { Messages } from '../platform/i18n.ts'
import { own } from './messages-own.ts'
import { series } from './messages-series.ts'

export const messages: Messages = {
  en: {
    title: 'Find a fair hour',
    crumb: 'Fair hours',
    about:
      'Times are ranked by everyone’s own working hours, on the real dates with their clock changes. Nobody is woken at night to spare others an early breakfast.',
    aboutSeries:
      'Six meetings whose times rotate, so that it is not always the same people who pay. Each date is judged on that date, with the clock changes of every zone.',
    open: 'Find a fair hour',
    openAbout: 'Everyone’s clocks side by side, and who would pay.',
    view: { label: 'What are you looking for?', once: 'One meeting', series: 'A fair series' },
    day: 'Week from',
    firstDay: 'First meeting',
    minutes: 'Length',
    minutesOf_one: '{{count}} minute',
    minutesOf_other: '{{count}} minutes',
    every: 'Every',
    weeks_one: 'week',
    weeks_other: '{{count}} weeks',
    dayWrong: 'Choose a day.',
    legend: {
      title: 'What a meeting costs a person',
      'in-hours': '{{pain}} in their working hours',
      edge: '{{pain}} at the edge of their day, from 07:00 to 22:00',
      'day-off': '{{pain}} on a day off',
      night: '{{pain}} at night',
    },
    strain: { 'in-hours': 'in hours', edge: 'edge of the day', 'day-off': 'day off', night: 'night' },
    slots: {
      title: 'Best times, the fairest first',
      all: 'In everyone’s hours.',
      edge_one: '{{count}} person at the edge of the day',
      edge_other: '{{count}} people at the edge of the day',
      'day-off_one': '{{count}} person on a day off',
      'day-off_other': '{{count}} people on a day off',
      night_one: '{{count}} person at night',
      night_other: '{{count}} people at night',
      sentence: '{{list}}.',
      stretch: 'Any start from {{from}} to {{to}} costs everyone the same.',
      use: 'Use this time on',
      useNamed: 'Use this time: {{day}}, {{time}}',
      more_one: 'Show {{count}} more time',
      more_other: 'Show {{count}} more times',
      none: 'Everything in this week is over. Choose a later one.',
      clocks: 'Everyone’s clock',
      unspared:
        'Even the best of these falls into the night or a day off for {{names}}: propose an asynchronous seat to answer when it suits.',
    },
    people: {
      title: 'Who works when',
      about: 'Only the people of a circle see each other’s hours.',
      assumed: 'assumed',
      change: 'Change yours',
      assumedNote_one: '{{count}} person has not said when they work, so the usual hours are assumed.',
      assumedNote_other: '{{count}} people have not said when they work, so the usual hours are assumed.',
    },
    notInCircle: 'Only the people of a circle look for its hours, for they see when the others work.',
    join: 'Back to the circle',
    refused: {
      'not-in-circle': 'Only the people of a circle see when the others work.',
      'unknown-zone':
        'This server does not know one of the time zones. Whoever chose it chooses another in the settings.',
    },
    own: own.en,
    series: series.en,
  },
  de: {
    title: 'Eine faire Zeit finden',
    crumb: 'Faire Zeiten',
    about:
      'Die Zeiten sind nach den Arbeitszeiten aller geordnet, an den echten Tagen mit ihren Zeitumstellungen. Niemand wird nachts geweckt, um anderen ein frühes Frühstück zu ersparen.',
    aboutSeries:
      'Sechs Treffen, deren Zeiten wechseln, damit nicht immer dieselben bezahlen. Jedes Datum wird für sich beurteilt, mit den Zeitumstellungen jeder Zeitzone.',
    open: 'Eine faire Zeit finden',
    openAbout: 'Die Uhren von allen nebeneinander, und wen es etwas kostet.',
    view: { label: 'Was suchst du?', once: 'Ein Treffen', series: 'Eine faire Reihe' },
    day: 'Woche ab',
    firstDay: 'Erstes Treffen',
    minutes: 'Dauer',
    minutesOf_one: '{{count}} Minute',
    minutesOf_other: '{{count}} Minuten',
    every: 'Abstand',
    weeks_one: '1 Woche',
    weeks_other: '{{count}} Wochen',
    dayWrong: 'Wähle einen Tag.',
    legend: {
      title: 'Was ein Treffen jemanden kostet',
      'in-hours': '{{pain}} in der Arbeitszeit',
      edge: '{{pain}} am Rand des Tages, von 07:00 bis 22:00',
      'day-off': '{{pain}} am freien Tag',
      night: '{{pain}} in der Nacht',
    },
    strain: { 'in-hours': 'Arbeitszeit', edge: 'Rand des Tages', 'day-off': 'freier Tag', night: 'Nacht' },
    slots: {
      title: 'Die besten Zeiten, die fairste zuerst',
      all: 'In der Arbeitszeit von allen.',
      edge_one: '{{count}} Person am Rand des Tages',
      edge_other: '{{count}} Personen am Rand des Tages',
      'day-off_one': '{{count}} Person am freien Tag',
      'day-off_other': '{{count}} Personen am freien Tag',
      night_one: '{{count}} Person in der Nacht',
      night_other: '{{count}} Personen in der Nacht',
      sentence: '{{list}}.',
      stretch: 'Jeder Beginn von {{from}} bis {{to}} kostet alle gleich viel.',
      use: 'Diese Zeit nehmen am',
      useNamed: 'Diese Zeit nehmen: {{day}}, {{time}}',
      more_one: 'Noch {{count}} Zeit zeigen',
      more_other: 'Noch {{count}} Zeiten zeigen',
      none: 'Diese Woche ist schon vorbei. Wähle eine spätere.',
      clocks: 'Die Uhren von allen',
      unspared:
        'Auch die beste dieser Zeiten liegt für {{names}} in der Nacht oder auf einem freien Tag: Schlag einen zeitversetzten Platz vor, um zu antworten, wann es passt.',
    },
    people: {
      title: 'Wer wann arbeitet',
      about: 'Nur die Leute eines Kreises sehen die Arbeitszeiten der anderen.',
      assumed: 'angenommen',
      change: 'Deine ändern',
      assumedNote_one:
        '{{count}} Person hat ihre Arbeitszeit noch nicht genannt, deshalb gelten die üblichen Stunden.',
      assumedNote_other:
        '{{count}} Personen haben ihre Arbeitszeit noch nicht genannt, deshalb gelten die üblichen Stunden.',
    },
    notInCircle:
      'Nur die Leute eines Kreises suchen seine Zeiten, denn sie sehen, wann die anderen arbeiten.',
    join: 'Zurück zum Kreis',
    refused: {
      'not-in-circle': 'Nur die Leute eines Kreises sehen, wann die anderen arbeiten.',
      'unknown-zone':
        'Dieser Server kennt eine der Zeitzonen nicht. Wer sie gewählt hat, wählt in den Einstellungen eine andere.',
    },
    own: own.de,
    series: series.de,
  },
}
